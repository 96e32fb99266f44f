using System.Globalization;
using Spectre.Console;
using StrokeFramework.Phantom;

namespace StrokeFramework.Cli.Output;

/// <summary>Writes a phantom data set and shows how far it is.</summary>
internal static class PhantomConsole
{
    public static async Task<IReadOnlyList<StudyRecord>> WriteAsync(
        string folder, PhantomSettings settings, long seed, int cases, TemplateLibrary? template, int threads, PhantomAnchor? anchor, CancellationToken cancellation)
    {
        Task<IReadOnlyList<StudyRecord>> Make(IProgress<int>? progress) => Task.Run(
            () => PhantomDataSet.Write(folder, settings, seed, cases, template, threads, progress, anchor is null ? null : anchor.Add, cancellation), CancellationToken.None);
        if (!ProgressConsole.IsInteractive) return await Make(null).ConfigureAwait(false);
        return await AnsiConsole.Progress().AutoClear(true).StartAsync(async shown =>
        {
            ProgressTask bar = shown.AddTask("making synthetic studies", maxValue: cases);
            return await Make(new Counter(n => bar.Value = n)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>Prints the difficulty anchor, the intensity histograms and the oracle's ceiling.</summary>
    public static void WriteMeasurements(TextWriter output, PhantomAnchor anchor, PhantomSettings settings, IReadOnlyList<StudyRecord> records, long seed)
    {
        output.Write(anchor.ToText());
        output.WriteLine("DWI relative to normal brain, share of lesion voxels (each column 0.2 wide, from 0 to 3):");
        foreach (AnchorClass type in anchor.Measure())
        {
            double[] coarse = [.. type.Ratios.Shares.Chunk(4).Select(c => c.Sum())];
            output.WriteLine($"  {type.StrokeType,-18} {string.Join(" ", coarse.Select(s => s.ToString("0.00", CultureInfo.InvariantCulture)))}");
        }

        OracleReport exact = new PhantomOracle(settings.Lesions, 0).Judge(records.SelectMany(r => r.Lesions), seed);
        OracleReport measured = new PhantomOracle(settings.Lesions).Judge(records.SelectMany(r => r.Lesions), seed);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Oracle over {exact.Lesions} lesions: {exact.Accuracy:0.000} knowing each lesion's true ADC, T2 and rim; {measured.Accuracy:0.000} seeing each with an error of 10 %."));
    }

    private sealed class Counter(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
