using System.Reflection;
using StrokeFramework.Conformance.Xunit;
using StrokeFramework.Host.Plugins;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Conformance.Tests;

/// <summary>The plugins that come with the program.</summary>
[Collection<UndisturbedTests>]
public sealed class ShelfTests
{
    private static readonly PluginCatalog Catalog = Scan();
    private static readonly PluginHost Host = new(Catalog);

    public static TheoryData<string> Stages => [.. Catalog.StageIds];

    [Fact]
    public void Shelf_HasStagesOfSeveralKinds() => Assert.True(Catalog.StageIds.Count() >= 12);

    [Theory]
    [MemberData(nameof(Stages))]
    public void EveryBundledStage_Conforms(string id)
    {
        foreach (StageEntry entry in Catalog.FindStage(id))
        {
            StageSubject subject = PluginConformance.SubjectOf(entry, Host);
            CheckResult[] failed = [.. ConformanceSuite.For(subject).Select(c => c.Run(subject)).Where(r => !r.Passed)];
            Assert.True(failed.Length == 0, string.Join(Environment.NewLine, failed.Select(f => $"{id} of {entry.Plugin.Name}, {f.Check.Name}:{Environment.NewLine}{f.Failure}")));
        }
    }

    private static PluginCatalog Scan()
    {
        string configuration = typeof(ShelfTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Configuration").Value!;
        string artifacts = Path.Combine(SharedData.RepositoryRoot, "artifacts");
        return PluginCatalog.Scan([new(Path.Combine(artifacts, "plugins", configuration), "bundled")], RuntimeCatalog.Scan(Path.Combine(artifacts, "runtimes", configuration)));
    }
}
