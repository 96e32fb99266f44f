namespace StrokeFramework.RCnn.Tests;

/// <summary>Networks that several tests ask, each trained once.</summary>
internal static class Trained
{
    private static readonly Lazy<RCnnModel> ModernModel = new(() => Train(Scenes.Small with { Passes = 100 })), ThesisModel = new(() => Train(Scenes.Small with { Mode = DetectorMode.Thesis, Passes = 20 }));

    /// <summary>The studies they were trained on: ten slices with lesions.</summary>
    public static IReadOnlyList<DetectionExample> Examples { get; } = [.. Enumerable.Range(0, 5).Select(n => Scenes.Study(n))];

    public static RCnnModel Modern => ModernModel.Value;

    public static RCnnModel Thesis => ThesisModel.Value;

    public static RCnnDetector Stage(RCnnSettings settings)
    {
        var stage = new RCnnDetector();
        stage.Configure(settings);
        return stage;
    }

    public static RCnnModel Train(RCnnSettings settings, StageContext? context = null) => (RCnnModel)Stage(settings).Train(Examples, context ?? new StageContext { Seed = 3 });

    public static byte[] Save(IModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }
}
