using StrokeFramework.Host.Packages;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Tests.Packages;

public sealed class PluginFolderTests : IDisposable
{
    private readonly string _project = Directory.CreateTempSubdirectory("stroke-project-").FullName;

    public void Dispose() => Directory.Delete(_project, recursive: true);

    [Fact]
    public void Find_OfADebugAndAReleaseBuild_TakesTheReleaseBuild()
    {
        string debug = Built("Debug", "1.0.0");
        Assert.Equal(debug, PluginFolder.Find(_project));
        string release = Built("Release", "1.0.0");
        Assert.Equal(release, PluginFolder.Find(_project));
        Assert.Equal(debug, PluginFolder.Find(debug));
    }

    [Fact]
    public void Find_OfSeveralReleaseBuilds_NamesThem()
    {
        Built("Debug", "1.0.0");
        Built("Release", "1.0.0");
        Built("Release", "1.1.0");
        string message = Assert.Throws<PluginException>(() => PluginFolder.Find(_project)).Message;
        Assert.Contains("2 built plugins", message, StringComparison.Ordinal);
        Assert.Contains("1.1.0", message, StringComparison.Ordinal);
    }

    private string Built(string configuration, string version)
    {
        string folder = Path.Combine(_project, "src", "Mine", "bin", configuration, "plugin", "Mine", version);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, PluginManifest.FileName), "{}");
        return folder;
    }
}
