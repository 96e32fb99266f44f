namespace StrokeFramework.Cli.Tests;

/// <summary>A small synthetic data set with the model of a pipeline, made once for all tests of training.</summary>
public sealed class PhantomData : IAsyncLifetime
{
    public static string Pipeline { get; } = Path.Combine(TestSupport.SharedData.RepositoryRoot, "pipelines", "classify-svm.json");

    public string Root { get; } = Directory.CreateTempSubdirectory("stroke-phantom-").FullName;

    public string Data => Path.Combine(Root, "data");

    public string Model => Path.Combine(Root, "truth.model");

    internal StrokeResult Trained { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        StrokeResult made = await Stroke.RunAsync(["phantom", "--out", Data, "--cases", "10", "--seed", "5", "--difficulty", "0.2"]);
        Assert.True(made.ExitCode == 0, made.Error);
        Trained = await Stroke.RunAsync(["train", Pipeline, "--data", Data, "--out", Model, "--lesions", "truth"]);
        Assert.True(Trained.ExitCode == 0, Trained.Error);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
