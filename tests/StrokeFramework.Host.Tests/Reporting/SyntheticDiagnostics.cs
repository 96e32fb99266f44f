using System.Globalization;

namespace StrokeFramework.Host.Tests.Reporting;

/// <summary>One diagnostic of every kind, and the awkward ones: long, empty, with gaps, with crowded marks.</summary>
internal static class SyntheticDiagnostics
{
    public static IReadOnlyList<Diagnostic> Make(VolumeGeometry grid)
    {
        double[] x = [.. Enumerable.Range(0, 4096).Select(n => n / 4095.0)];
        double[] histogram = [.. x.Select((v, n) => (9000 * Math.Exp(-Math.Pow((v - 0.1) / 0.02, 2))) + (700 * Math.Exp(-Math.Pow((v - 0.3) / 0.05, 2))) + (40 * Math.Abs(Math.Sin(n))))];
        var co = new double[32 * 32];
        for (int c = 0; c < co.Length; c++) co[c] = Math.Floor(60000 * Math.Exp(-(Math.Pow((c % 32) - (c / 32), 2) / 8) - ((c % 32) / 4.0)));
        return
        [
            new ScalarDiagnostic("threshold", "Intensity from which a voxel is a seed.", 0.2213),
            new ScalarDiagnostic("guard", "Distance of the brightest cluster from normal brain.", 6.412, "robust SD"),
            new ScalarDiagnostic("lower threshold", "Below it a voxel is a dark seed.", double.NaN),
            new CurveDiagnostic("histogram", "Intensities in the brain with the centers of the clusters.", "Intensity (unit range)", "Voxels", [new("DWI", x, histogram)], new Dictionary<string, double> { ["CSF"] = 0.02, ["brain"] = 0.1, ["gray"] = 0.12, ["lesion"] = 0.3, ["threshold"] = 0.22 }),
            new CurveDiagnostic("objective", "What is left to gain at each iteration.", "Iteration", "Objective", [new("first start", [1, 2, 3, 4, 5, 6, 7], [12, 5, 3, 2.5, 2.2, 2.15, 2.14]), new("second start", [1, 2, 3, 4, 5, 6], [15, 8, double.NaN, 2.9, 2.5, 2.4]), new("a start with a long name that has to be cut somewhere", [1, 7], [9, 6])]),
            new MatrixDiagnostic("co-occurrence", "How often two gray levels lie side by side.", 32, 32, co),
            new MatrixDiagnostic("correlation", "Correlation between the features.", 3, 3, new double[] { 1, 0.3, -0.2, 0.3, 1, 0.55, -0.2, 0.55, 1 }),
            new MapDiagnostic("clusters", "Cluster of each voxel, 1 the darkest.", SyntheticHead.Fill(grid, 1, (p, noise) => SyntheticHead.IsHead(p) ? 1 + Math.Floor(Math.Abs(p.X + p.Y + p.Z) / 30) % 5 : 0)),
            new MapDiagnostic("arrival", "When the front reaches a voxel.", SyntheticHead.Fill(grid, 1, (p, noise) => SyntheticHead.IsHead(p) ? (p - new Point3(-35, -30, 8)).Length : double.NaN), "mm"),
            new TableDiagnostic("candidates", "Regions weighed and what became of them.", ["Region", "Volume (ml)", "Correlation", "Strength", "Kept"], [.. Enumerable.Range(1, 4).Select(n => (IReadOnlyList<string>)[$"{n}", (12.5 / n).ToString("F2", CultureInfo.InvariantCulture), (1 - (0.2 * n)).ToString("F2", CultureInfo.InvariantCulture), n < 3 ? "strong" : "weak", n < 3 ? "yes" : "no"])]),
            new CurveDiagnostic("empty", "A curve that has no point.", "Nothing", "Nothing", [new("none", [], [])]),
        ];
    }
}
