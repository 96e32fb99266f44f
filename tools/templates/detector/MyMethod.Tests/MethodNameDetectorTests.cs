using System.Text;

namespace MethodName.Tests;

public sealed class MethodNameDetectorTests
{
    private readonly MethodNameDetector _stage = new();

    [Fact]
    public void Detect_AfterTraining_FindsTheBoxesOfAnotherLesion()
    {
        IDetectorModel model = _stage.Train([Example(10), Example(0)], new());
        SliceBox[] truth = [.. Boxes(14).OrderBy(b => b.Slice)];
        SliceBox[] found = [.. model.Detect(TestStudy.Make(14), new()).Select(d => d.Box).OrderBy(b => b.Slice)];
        Assert.Equal(truth, found);
        Assert.Empty(model.Detect(TestStudy.Make(0), new()));
    }

    [Fact]
    public void Detect_NamesTheMostFrequentClass_BestScoreFirst()
    {
        IReadOnlyList<Detection> found = _stage.Train([Example(10)], new()).Detect(TestStudy.Make(10), new());
        Assert.All(found, d => Assert.Equal(StrokeTypes.AcuteIschemic, d.Label));
        Assert.Equal(found.OrderByDescending(d => d.Score), found);
        Assert.All(found, d => Assert.Equal(TestStudy.LesionLevel, d.Score, 0.02));
    }

    [Fact]
    public void SavedAndLoaded_DetectsTheSame()
    {
        IDetectorModel model = _stage.Train([Example(10)], new());
        using var saved = new MemoryStream();
        model.Save(saved);
        IDetectorModel again = _stage.Load(new MemoryStream(saved.ToArray()));
        Assert.Equal(model.Detect(TestStudy.Make(12), new()), again.Detect(TestStudy.Make(12), new()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not a model")]
    public void Load_OfSomethingElse_IsRefused(string content) =>
        Assert.Throws<InvalidDataException>(() => _stage.Load(new MemoryStream(Encoding.UTF8.GetBytes(content))));

    [Fact]
    public void Train_WithoutABox_EndsInASentence() =>
        Assert.Contains("none has one", Assert.Throws<StageException>(() => _stage.Train([Example(0)], new())).Message);

    private static DetectionExample Example(double radius) =>
        new(TestStudy.Make(radius), [.. Boxes(radius).Select(b => new Detection(b, StrokeTypes.AcuteIschemic, 1))]);

    /// <summary>The extent of the ball in each slice where it covers at least 25 mm², by looking at every voxel.</summary>
    private static IEnumerable<SliceBox> Boxes(double radius)
    {
        Volume<byte> ball = TestStudy.Ball(radius);
        GridSize size = ball.Size;
        for (int k = 0; k < size.K; k++)
        {
            (int I, int J)[] inside = [.. from j in Enumerable.Range(0, size.J) from i in Enumerable.Range(0, size.I) where ball[i, j, k] != 0 select (i, j)];
            if (inside.Length * 4 < 25) continue;
            yield return new(k, inside.Min(v => v.I) - 0.5, inside.Min(v => v.J) - 0.5, inside.Max(v => v.I) + 0.5, inside.Max(v => v.J) + 0.5);
        }
    }
}
