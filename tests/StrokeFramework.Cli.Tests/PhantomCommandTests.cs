using StrokeFramework.TestSupport;

namespace StrokeFramework.Cli.Tests;

public sealed class PhantomCommandTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "stroke-acute-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Phantom_AcuteWithoutAnatomy_SaysWhatToName()
    {
        StrokeResult result = await Stroke.RunAsync(["phantom", "--out", _folder, "--kind", "acute"]);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("--anatomy", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public async Task Phantom_AcuteWithDifficulty_IsRefused()
    {
        StrokeResult result = await Stroke.RunAsync(["phantom", "--out", _folder, "--kind", "acute", "--anatomy", "a", "--lesions", "b", "--difficulty", "0.4"]);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("--kind types", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phantom_AcuteWithAMissingFolder_NamesIt()
    {
        string missing = Path.Combine(_folder, "none");
        StrokeResult result = await Stroke.RunAsync(["phantom", "--out", _folder, "--kind", "acute", "--anatomy", missing, "--lesions", missing]);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(missing, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phantom_Acute_WritesADataSet()
    {
        string template = SharedData.PathOf("data/template");
        StrokeResult result = await Stroke.RunAsync(
            ["phantom", "--out", _folder, "--kind", "acute", "--cases", "1", "--anatomy", template, "--lesions", Path.Combine(template, "lesions")]);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.True(File.Exists(Path.Combine(_folder, "rawdata", "sub-acute0001", "ses-0001", "dwi", "sub-acute0001_ses-0001_adc.nii.gz")));
        Assert.Contains("1 synthetic training volumes", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phantom_BesideOtherScans_WritesAGalleryOfBoth()
    {
        string scans = Path.Combine(_folder, "scans"), made = Path.Combine(_folder, "made");
        StrokeResult first = await Stroke.RunAsync(["phantom", "--out", scans, "--cases", "2", "--seed", "3"]);
        Assert.True(first.ExitCode == 0, first.Error);
        StrokeResult result = await Stroke.RunAsync(["phantom", "--out", made, "--cases", "1", "--seed", "4", "--beside", scans]);
        Assert.True(result.ExitCode == 0, result.Error);
        string page = await File.ReadAllTextAsync(Path.Combine(made, "gallery.html"), TestContext.Current.CancellationToken);
        Assert.Equal(4, page.Split("<summary>Which is it?</summary>").Length);
        Assert.Equal(3, page.Split("<p>real: ").Length);
        Assert.Equal(2, page.Split("<p>synthetic: ").Length);
    }

    [Fact]
    public async Task Phantom_BesideNothing_SaysSo_AndMakesNothing()
    {
        StrokeResult result = await Stroke.RunAsync(["phantom", "--out", _folder, "--cases", "1", "--beside", Path.Combine(_folder, "none")]);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("none", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder));
    }
}
