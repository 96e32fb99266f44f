using System.Globalization;
using StrokeFramework.Conformance;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Cli.Output;

/// <summary>Conformance checks on the terminal, each as soon as it is done.</summary>
internal sealed class ConformanceSheet(TextWriter output)
{
    private int _stages;
    private int _checks;
    private int _failed;

    public void Begin(StageEntry entry)
    {
        if (_stages++ > 0) output.WriteLine();
        output.WriteLine($"{entry.Stage.Id}, {StageKinds.NameOf(entry.Stage.Kind)} of {entry.Plugin.Name} ({entry.Plugin.Shelf.Name})");
    }

    public void Write(CheckResult result)
    {
        _checks++;
        string figure = result.Figure.Length > 0 ? $": {result.Figure}" : "";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(result.Passed ? "ok" : "FAILED"),-6}  {result.Check.Name,-24}  {result.Check.Title}{figure} ({result.Elapsed.TotalSeconds:0.00} s)"));
        if (result.Failure is not { } failure) return;
        _failed++;
        output.WriteLine($"          expected: {failure.Expected}");
        output.WriteLine($"          seen:     {failure.Seen}");
        output.WriteLine($"          mend:     {failure.Mend}");
    }

    /// <summary>Writes the sum and returns how many checks failed.</summary>
    public int End()
    {
        output.WriteLine($"{_checks} checks of {_stages} {(_stages == 1 ? "stage" : "stages")}: {(_failed == 0 ? "all passed" : $"{_failed} failed")}.");
        return _failed;
    }
}
