using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class PatientPredictionTests
{
    private static readonly string[] Classes = ["a", "b"];

    [Fact]
    public void Of_WeighsLesionsByVolume()
    {
        var patient = PatientPrediction.Of("1", "b", Classes, [Lesion(1, 0.9, 1), Lesion(1, 0.8, 2), Lesion(8, 0.35, 3)]);
        Assert.Equal("b", patient.PredictedClass);
        Assert.Equal((0.9 + 0.8 + (8 * 0.35)) / 10, patient.Probabilities[0], 12);
        Assert.Equal(1, patient.Probabilities.Sum(), 12);
        Assert.True(patient.IsRight);
    }

    [Fact]
    public void Of_ALesionWithSeveralRows_CountsOnce()
    {
        // Lesion 1 in three slices and lesion 2 in one, of the same volume: each lesion has one voice.
        var patient = PatientPrediction.Of("1", "b", Classes, [Lesion(5, 0.9, 1), Lesion(5, 0.8, 1), Lesion(5, 0.7, 1), Lesion(5, 0.1, 2)]);
        Assert.Equal((0.8 + 0.1) / 2, patient.Probabilities[0], 12);
    }

    [Fact]
    public void Of_NothingFound_HasNoClass() =>
        Assert.Equal(StrokeTypes.None, PatientPrediction.Of("1", "a", Classes, []).PredictedClass);

    [Fact]
    public void Of_ATie_GoesToTheClassNamedFirst() =>
        Assert.Equal("a", PatientPrediction.Of("1", "b", Classes, [Lesion(2, 0.5)]).PredictedClass);

    [Fact]
    public void Of_ProbabilitiesOfOtherClasses_AreRefused() =>
        Assert.Throws<ArgumentException>(() => PatientPrediction.Of("1", "b", ["a", "b", "c"], [Lesion(2, 0.5)]));

    private static LesionPrediction Lesion(double volume, double probability, int lesion = 1) => new()
    {
        Study = "sub-1",
        Patient = "1",
        Lesion = lesion,
        TrueClass = null,
        PredictedClass = probability >= 0.5 ? "a" : "b",
        Probabilities = [probability, 1 - probability],
        Volume = volume,
    };
}
