using System.Reflection;
using System.Text.Json.Nodes;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Host.Tests.Plugins;

/// <summary>A temporary shelf onto which a test puts copies of plugins, spoilt as it likes.</summary>
internal sealed class TestShelf : IDisposable
{
    private static readonly string Configuration =
        typeof(TestShelf).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Configuration").Value!;

    public TestShelf() => Path = Directory.CreateTempSubdirectory("stroke-shelf-").FullName;

    public string Path { get; }

    public static string RuntimesFolder => System.IO.Path.Combine(SharedData.RepositoryRoot, "artifacts", "runtimes", Configuration);

    /// <summary>Copies a plugin project's output onto the shelf and returns its folder there.</summary>
    public string Add(string project)
    {
        string built = System.IO.Path.Combine(SharedData.RepositoryRoot, "artifacts", "test-plugins", Configuration, project);
        string source = Directory.GetDirectories(built).SelectMany(Directory.GetDirectories).Single();
        string target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(built, source));
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(source)) File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)), overwrite: true);
        return target;
    }

    /// <summary>Changes the manifest of a plugin on the shelf.</summary>
    public static void EditManifest(string folder, Action<JsonObject> edit)
    {
        string file = System.IO.Path.Combine(folder, PluginManifest.FileName);
        JsonObject manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        edit(manifest);
        File.WriteAllText(file, manifest.ToJsonString());
    }

    public PluginCatalog Scan() => PluginCatalog.Scan([new(Path, "test")], RuntimeCatalog.Scan(RuntimesFolder));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
