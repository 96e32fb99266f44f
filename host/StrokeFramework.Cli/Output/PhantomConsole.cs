using System.Globalization;
using Spectre.Console;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Reporting;
using StrokeFramework.Host.Training;
using StrokeFramework.Phantom;

namespace StrokeFramework.Cli.Output;

/// <summary>Writes a phantom data set and shows how far it is.</summary>
internal static class PhantomConsole
{
    // Of each kind: a page that nobody scrolls through judges nothing.
    private const int MostInGallery = 12;

    public static async Task<IReadOnlyList<StudyRecord>> WriteAsync(
        string folder, PhantomSettings settings, long seed, int cases, TemplateLibrary? template, int threads, PhantomAnchor? anchor, CancellationToken cancellation)
    {
        Task<IReadOnlyList<StudyRecord>> Make(IProgress<int>? progress) => Task.Run(
            () => PhantomDataSet.Write(folder, settings, seed, cases, template, threads, progress, anchor is null ? null : anchor.Add, cancellation), CancellationToken.None);
        IReadOnlyList<StudyRecord> records = await WatchAsync(Make, cases).ConfigureAwait(false);
        OracleFile.Write(folder, settings, records, seed);
        return records;
    }

    /// <summary>Writes training volumes of acute stroke.</summary>
    public static Task<IReadOnlyList<AcuteTrainingRecord>> WriteAcuteAsync(
        string folder, AcuteTrainingLibrary library, long seed, int cases, int threads, CancellationToken cancellation) => WatchAsync(
            progress => Task.Run(() => AcuteTrainingDataSet.Write(folder, library, new(), seed, cases, threads, progress, cancellation), CancellationToken.None), cases);

    /// <summary>Writes a page of the first synthetic studies among as many real ones, and says where it is.</summary>
    public static void WriteGallery(string folder, TrainingData? real, CancellationToken cancellation)
    {
        if (real is null) return;
        var studies = new List<(LabelledStudy Study, string Kind)>();
        Add(new DataSetImages(real), "real");
        Add(new DataSetImages(TrainingData.Open(folder, needClasses: false)), "synthetic");
        string page = Path.Combine(folder, "gallery.html");
        AtomicFile.Write(page, stream => GalleryWriter.Write("Real and synthetic studies", studies, studies.Count, stream));
        Console.Out.WriteLine($"Real studies among synthetic ones are on '{page}'.");

        void Add(DataSetImages images, string kind)
        {
            for (int n = 0; n < Math.Min(MostInGallery, images.Count); n++) studies.Add((images.Load(n, cancellation), kind));
        }
    }

    // Shows a bar where somebody watches.
    private static async Task<T> WatchAsync<T>(Func<IProgress<int>?, Task<T>> make, int cases) => !ProgressConsole.IsInteractive
        ? await make(null).ConfigureAwait(false)
        : await AnsiConsole.Progress().AutoClear(true).StartAsync(async shown =>
        {
            ProgressTask bar = shown.AddTask("making synthetic studies", maxValue: cases);
            return await make(new Counter(n => bar.Value = n)).ConfigureAwait(false);
        }).ConfigureAwait(false);

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

        output.WriteLine(OracleFile.Describe(settings, records, seed));
    }

    private sealed class Counter(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
