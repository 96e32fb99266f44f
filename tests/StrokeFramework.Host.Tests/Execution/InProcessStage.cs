using System.Text.Json;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Tests.Execution;

/// <summary>A catalog entry for a stage that lives in the test itself.</summary>
internal static class InProcessStage
{
    public static StageEntry Entry(string id, StageKind kind)
    {
        var stage = new StageManifest { Id = id, Kind = kind, AlgorithmVersion = "1", ParametersJson = """{ "properties": {} }""" };
        var manifest = new PluginManifest
        {
            Id = "Test",
            Version = "1.0.0",
            Contract = new(1, 0),
            TargetFramework = "net10.0",
            EntryAssembly = "Test.dll",
            Stages = [stage],
            Files = new Dictionary<string, string>(),
        };
        return new(new PluginEntry("", new("", "test"), manifest, []), stage);
    }
}
