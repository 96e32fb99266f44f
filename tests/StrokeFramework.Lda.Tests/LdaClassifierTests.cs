namespace StrokeFramework.Lda.Tests;

public sealed class LdaClassifierTests
{
    private static readonly ClassifierStage Lda = new("lda");

    [Theory]
    [InlineData("empirical", 2.0)]
    [InlineData("uniform", 1.0)]
    public void Predict_OfOneFeature_GivesTheClosedFormPosterior(string priors, double ratio)
    {
        // The means are 2 and 8, the squares around them 8 and 2 over n - K = 6 - 2.
        IClassifierModel model = Lda.Train(Examples.Labelled([[0], [2], [2], [4], [7], [9]], ["a", "a", "a", "a", "b", "b"]), $$"""{ "priors": "{{priors}}" }""");
        const double variance = (8.0 + 2.0) / 4;
        foreach (double x in new[] { 0, 4.5, 5, 6.5 })
        {
            double odds = ratio * Math.Exp((-Math.Pow(x - 2, 2) + Math.Pow(x - 8, 2)) / (2 * variance));
            Assert.Equal(odds / (1 + odds), model.Predict(Examples.Table([x])).Rows[0].Span[0], 1e-12);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "gamma": 0.3 }""")]
    public void Train_OnFeaturesScaledAndShifted_PredictsTheSame(string settings)
    {
        LabelledFeatures clouds = Examples.Clouds(4, 30, 4, 1.2);
        double[][] rescaled = [.. clouds.Features.Rows.Select(r => r.Values.ToArray().Select((v, f) => (v * Math.Pow(-1000, f)) - (7 * f)).ToArray())];
        LabelledFeatures other = Examples.Labelled(rescaled, clouds.Labels);
        double[] expected = Examples.Values(Lda.Train(clouds, settings).Predict(clouds.Features)), actual = Examples.Values(Lda.Train(other, settings).Predict(other.Features));
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, 1e-9));
    }

    [Fact]
    public void Train_OnMixedFeatures_PredictsTheSame()
    {
        LabelledFeatures clouds = Examples.Clouds(3, 30, 3, 1.2);
        double[][] mixed = [.. clouds.Features.Rows.Select(r => (double[])[r.Values.Span[0] + r.Values.Span[1], r.Values.Span[1] - (2 * r.Values.Span[2]), r.Values.Span[2] + 5])];
        LabelledFeatures other = Examples.Labelled(mixed, clouds.Labels);
        double[] expected = Examples.Values(Lda.Train(clouds).Predict(clouds.Features)), actual = Examples.Values(Lda.Train(other).Predict(other.Features));
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, 1e-9));
    }

    [Fact]
    public void Train_WithFullRegularization_TreatsFeaturesAsUncorrelated()
    {
        // With gamma 1 the log odds of two features add up from those of each alone, the priors once.
        LabelledFeatures clouds = Examples.Clouds(2, 40, 2, 2);
        const string settings = """{ "gamma": 1, "priors": "uniform" }""";
        double[] both = LogOdds(clouds, settings, 0, 1), first = LogOdds(clouds, settings, 0), second = LogOdds(clouds, settings, 1);
        for (int n = 0; n < both.Length; n++) Assert.Equal(first[n] + second[n], both[n], 1e-9);
    }

    private static double[] LogOdds(LabelledFeatures clouds, string settings, params int[] features)
    {
        LabelledFeatures some = Examples.Labelled([.. clouds.Features.Rows.Select(r => features.Select(f => r.Values.Span[f]).ToArray())], clouds.Labels);
        return [.. Lda.Train(some, settings).Predict(some.Features).Rows.Select(r => Math.Log(r.Span[0] / r.Span[1]))];
    }
}
