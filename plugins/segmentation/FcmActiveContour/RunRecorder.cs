using System.Globalization;
using StrokeFramework.FcmActiveContour.Clustering;
using StrokeFramework.FcmActiveContour.Symmetry;
using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour;

/// <summary>Collects what the report shows: only made when somebody looks. Slices write to their own parts of the maps.</summary>
internal sealed class RunRecorder
{
    private readonly BrainCrop _crop;
    private readonly Dictionary<LesionPolarity, float[]> _memberships = [];
    private readonly List<SideResult> _results = [];
    private readonly Lock _gate = new();

    public RunRecorder(BrainCrop crop) => _crop = crop;

    public void Add(SideResult result)
    {
        lock (_gate) _results.Add(result);
    }

    /// <summary>Keeps every voxel's membership in the outermost cluster of a side.</summary>
    public void AddMemberships(StudySlab slab, FuzzyClusters clusters, LesionPolarity polarity)
    {
        float[]? map;
        lock (_gate)
        {
            if (!_memberships.TryGetValue(polarity, out map))
            {
                _memberships[polarity] = map = new float[_crop.Size.Count];
                Array.Fill(map, float.NaN);
            }
        }

        int start = slab.Index * _crop.Size.SliceCount, outermost = polarity == LesionPolarity.Hyperintense ? clusters.Count - 1 : 0;
        var all = new double[clusters.Count];
        for (int v = 0; v < slab.Dwi.Length; v++)
        {
            if (slab.Brain[v] == 0) continue;
            clusters.Memberships(slab.Dwi[v], all);
            map[start + v] = (float)all[outermost];
        }
    }

    public void Show(IDiagnosticSink sink, NormalTissue normal, MidsagittalPlane plane)
    {
        sink.Add(new ScalarDiagnostic("normal_median", "Median intensity of the smoothed brain without its rim: where normal tissue lies", normal.Median));
        sink.Add(new ScalarDiagnostic("normal_deviation", "Robust standard deviation of these intensities", normal.Deviation));
        sink.Add(new ScalarDiagnostic("midline_angle", "Angle in the slice of the plane between the sides of the head with the grid", Math.Atan2(plane.Normal.Y, plane.Normal.X) * 180 / Math.PI, "°"));
        foreach ((LesionPolarity polarity, float[] map) in _memberships.OrderBy(m => m.Key))
        {
            sink.Add(new MapDiagnostic($"membership_{polarity.Word()}", $"Membership in the outermost cluster of the {polarity.Word()}-intense side", _crop.Restore<float>(map, float.NaN)));
        }

        SideResult[] results = [.. _results.OrderBy(r => r.Slab).ThenBy(r => r.Polarity).ThenBy(r => r.Faint)];
        SideResult? main = results.OrderByDescending(r => r.Voxels).ThenByDescending(r => r.First.Objective.Count).FirstOrDefault();
        if (main is not null) ShowClusters(sink, main.First);
        Candidate? largest = results.SelectMany(r => r.Accepted).Concat(results.SelectMany(r => r.Candidates)).OrderByDescending(c => results.Any(r => r.Accepted.Contains(c))).ThenByDescending(c => c.Voxels.Count).FirstOrDefault();
        if (largest?.History is { } history) ShowContour(sink, history);
        sink.Add(new TableDiagnostic("searches", "What was found where", ["slice", "side", "search", "border", "splits", "contours", "lesions", "voxels"], [.. results.Select(Row)]));
        sink.Add(new TableDiagnostic("contours", "Every contour, and how far what is inside stands out", ["slice", "side", "search", "start voxels", "steps", "voxels", "asymmetry", "evidence", "lesion"],
            [.. results.SelectMany(r => r.Candidates.Select(c => Row(r, c)))]));
    }

    private static void ShowClusters(IDiagnosticSink sink, FuzzyClusters clusters)
    {
        sink.Add(new CurveDiagnostic("objective", "Objective function of fuzzy c-means, where most lesion was found", "Iteration", "Objective", [Series("objective", clusters.Objective, 1)]));
        double[] x = [.. Enumerable.Range(0, 201).Select(n => n / 200.0)];
        var lines = new double[clusters.Count][];
        for (int c = 0; c < lines.Length; c++) lines[c] = new double[x.Length];
        var all = new double[clusters.Count];
        for (int n = 0; n < x.Length; n++)
        {
            clusters.Memberships(x[n], all);
            for (int c = 0; c < all.Length; c++) lines[c][n] = all[c];
        }

        Dictionary<string, double> marks = Enumerable.Range(0, clusters.Count).ToDictionary(c => $"center {Text(c + 1)}", c => clusters.Centers[c]);
        sink.Add(new CurveDiagnostic("memberships", "Memberships of an intensity in each cluster, darkest 1", "Intensity", "Membership", [.. lines.Select((y, c) => new CurveSeries($"cluster {Text(c + 1)}", x, y))], marks));
        sink.Add(new TableDiagnostic("centers", "Clusters where most lesion was found, darkest first", ["cluster", "center"], [.. clusters.Centers.Select((v, c) => (IReadOnlyList<string>)[Text(c + 1), Text(v)])]));
    }

    private static void ShowContour(IDiagnosticSink sink, Contour.ContourHistory history)
    {
        sink.Add(new CurveDiagnostic("contour_energy", "Energy of the largest lesion's contour, in voxels times squared contrast", "Step", "Energy", [Series("energy", history.Energy, 0)]));
        sink.Add(new CurveDiagnostic("contour_volume", "Voxels inside the largest lesion's contour", "Step", "Voxels", [Series("voxels", history.Volume, 0)]));
    }

    private static CurveSeries Series(string label, IReadOnlyList<double> values, int first) => new(label, [.. Enumerable.Range(first, values.Count).Select(n => (double)n)], values);

    private string[] Row(SideResult r) =>
    [
        Text(r.Slab + _crop.FirstSlice), r.Polarity.Word(), Name(r), Text(r.Cluster.IsLesion ? r.Cluster.Border : double.NaN), Text(r.Cluster.Splits), Text(r.Candidates.Count), Text(r.Accepted.Count), Text(r.Voxels),
    ];

    private string[] Row(SideResult r, Candidate c) =>
    [
        Text(r.Slab + _crop.FirstSlice), r.Polarity.Word(), Name(r), Text(c.Start), Text(c.Steps), Text(c.Voxels.Count), Text(c.Asymmetry), Text(c.Evidence), r.Accepted.Contains(c) ? "yes" : "no",
    ];

    private static string Name(SideResult r) => r.Faint ? "faint" : "clear";

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
