using System.Globalization;
using StrokeFramework.Imaging;

namespace StrokeFramework.UNet;

/// <summary>What the report shows: each lesion with how sure the network is of it, its volume, and its contrast.</summary>
internal static class LesionReport
{
    /// <param name="sink">Takes it.</param>
    /// <param name="study">The study.</param>
    /// <param name="mask">1 where there is lesion.</param>
    /// <param name="probability">Probability of lesion.</param>
    /// <param name="normal">The DWI's median in normal tissue.</param>
    public static void Show(IDiagnosticSink sink, DiffusionStudy study, byte[] mask, Volume<float> probability, double normal)
    {
        IReadOnlyList<int[]> lesions = ConnectedComponents.Label(mask, study.Geometry.Size, Connectivity.Full).Voxels();
        double milliliters = study.Geometry.VoxelVolume / 1000;
        sink.Add(new ScalarDiagnostic("lesion_volume", "Volume of all lesions", lesions.Sum(l => l.Length) * milliliters, "ml"));
        sink.Add(new ScalarDiagnostic("lesion_count", "Lesions", lesions.Count));
        sink.Add(new ScalarDiagnostic("normal_median", "Median intensity of normal tissue, which the network sees the DWI relative to", normal));
        sink.Add(new TableDiagnostic(
            "lesions",
            "Lesions, largest first: confidence is the mean probability, contrast the mean DWI relative to normal tissue",
            ["lesion", "volume in ml", "confidence", "highest probability", "DWI contrast", "ADC in 10⁻³ mm²/s"],
            [.. lesions.Select((voxels, n) => Row(n + 1, voxels))]));
        sink.Add(new MapDiagnostic("probability", "Probability of lesion", probability));

        IReadOnlyList<string> Row(int number, int[] voxels) =>
        [
            number.ToString(CultureInfo.InvariantCulture),
            Text(voxels.Length * milliliters),
            Text(voxels.Average(v => probability.Span[v])),
            Text(voxels.Max(v => probability.Span[v])),
            Text(voxels.Average(v => study.Dwi.Span[v]) / normal),
            study.Adc is { } adc ? Text(Mean(voxels.Where(v => float.IsFinite(adc.Span[v])).Select(v => adc.Span[v] * 1000.0))) : "",
        ];
    }

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(double.NaN).Average();

    private static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
