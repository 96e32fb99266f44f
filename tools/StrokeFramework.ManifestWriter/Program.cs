using StrokeFramework.Manifest;
using StrokeFramework.ManifestWriter;

// Run by the build after it has laid out a plugin or runtime: describes the folder in plugin.json or runtime.json.
if (args.Length != 1)
{
    Console.Error.WriteLine("Usage: manifest-writer REQUEST-FILE (lines of key=value, written by the build)");
    return 2;
}

try
{
    BuildRequest request = BuildRequest.Read(args[0]);
    byte[] json = request.Kind == "runtime" ? RuntimeDescriber.Describe(request) : PluginDescriber.Describe(request);
    string name = request.Kind == "runtime" ? RuntimeManifest.FileName : PluginManifest.FileName;
    string path = Path.Combine(request.Folder, name), temporary = path + ".new";
    File.WriteAllBytes(temporary, json);
    File.Move(temporary, path, overwrite: true);
    return 0;
}
catch (ManifestException e)
{
    // The form that MSBuild shows as an error of the project.
    Console.Error.WriteLine($"manifest : error SF2100: {e.Message}");
    return 1;
}
