using System.Globalization;
using StrokeFramework.Imaging;
using StrokeFramework.KMeansFastMarching.Clustering;

namespace StrokeFramework.KMeansFastMarching;

/// <summary>Collects what the report shows: only made when somebody looks. Slices write to their own parts of the maps.</summary>
internal sealed class RunRecorder
{
    private readonly CanonicalGrid _grid;
    private readonly float[] _clusters;
    private readonly float[] _arrival;
    private readonly List<SlabResult> _results = [];
    private readonly Lock _gate = new();

    public RunRecorder(CanonicalGrid grid)
    {
        _grid = grid;
        _clusters = new float[grid.Size.Count];
        _arrival = new float[grid.Size.Count];
        Array.Fill(_clusters, float.NaN);
        Array.Fill(_arrival, float.NaN);
    }

    public void Add(SlabResult result)
    {
        lock (_gate) _results.Add(result);
    }

    /// <summary>Numbers every brain voxel by its cluster, darkest 1. Where both sides are searched the bright side's clusters stay.</summary>
    public void AddClusters(StudySlab slab, Clusters clusters, LesionPolarity polarity)
    {
        int start = slab.Index * _grid.Size.SliceCount;
        ReadOnlySpan<float> image = slab.Dwi;
        for (int v = 0; v < image.Length; v++)
        {
            if (slab.Brain[v] == 0 || !float.IsFinite(image[v])) continue;
            if (polarity == LesionPolarity.Hyperintense || float.IsNaN(_clusters[start + v])) _clusters[start + v] = clusters.Of(image[v]) + 1;
        }
    }

    public void AddArrival(StudySlab slab, double[] times)
    {
        int start = slab.Index * _grid.Size.SliceCount;
        for (int v = 0; v < times.Length; v++)
        {
            float time = (float)times[v];
            if (float.IsFinite(time) && !(_arrival[start + v] <= time)) _arrival[start + v] = time;
        }
    }

    public void Show(IDiagnosticSink sink, StudySlab volume, NormalTissue normal)
    {
        sink.Add(new ScalarDiagnostic("normal_median", "Median intensity of the brain: where normal tissue lies", normal.Median));
        sink.Add(new ScalarDiagnostic("normal_deviation", "Robust standard deviation of the brain's intensities", normal.Deviation));
        sink.Add(new MapDiagnostic("clusters", "Cluster of each brain voxel, darkest 1", _grid.Restore<float>(_clusters)));
        sink.Add(new MapDiagnostic("arrival", "Arrival time of the front", _grid.Restore<float>(_arrival), "mm"));
        SlabResult[] results = [.. _results.OrderBy(r => r.Slab).ThenBy(r => r.Polarity)];
        SlabResult? main = results.OrderByDescending(r => r.Voxels).ThenByDescending(r => r.Cluster?.Distance).FirstOrDefault();
        if (main?.Cluster is { } shown)
        {
            sink.Add(new ScalarDiagnostic("inertia", "Sum of squared distances to the cluster centers, where most lesion was found", shown.Clusters.Inertia));
            sink.Add(new ScalarDiagnostic("lesion_distance", "Distance of the outermost cluster from normal tissue, in robust standard deviations; the guard asks for a minimum", shown.Distance));
            sink.Add(new ScalarDiagnostic("cutoff", "Cut-off of the front's speed, in 0 to 255 units", main.Cutoff));
            sink.Add(Centers(shown.Clusters));
            sink.Add(HistogramOf(volume, shown.Clusters));
        }

        sink.Add(new TableDiagnostic("searches", "What was found where", ["slice", "side", "clusters", "center", "distance", "cut-off", "seeds", "voxels"], [.. results.Select(Row)]));
    }

    private static TableDiagnostic Centers(Clusters clusters) => new("centers", "Clusters where most lesion was found, darkest first", ["cluster", "center", "voxels"],
        [.. Enumerable.Range(0, clusters.Count).Select(c => (IReadOnlyList<string>)[Text(c + 1), Text(clusters.Centers[c]), Text(clusters.Counts[c])])]);

    private static CurveDiagnostic HistogramOf(StudySlab volume, Clusters clusters)
    {
        var marks = new Dictionary<string, double>();
        for (int c = 0; c < clusters.Count; c++) marks[$"center {c + 1}"] = clusters.Centers[c];
        return new("histogram", "Histogram of the brain with the cluster centers", "Intensity", "Voxels",
            [HistogramCurve.Of("brain", Histogram.Of(volume.Dwi, volume.Brain, 0, 1, 200))], marks);
    }

    private static string[] Row(SlabResult r) =>
    [
        Text(r.Slab), r.Polarity.Word(), Text(r.Cluster?.Clusters.Count ?? 0),
        Text(r.Cluster?.Center ?? double.NaN), Text(r.Cluster?.Distance ?? double.NaN), Text(r.Cutoff), Text(r.Seeds), Text(r.Voxels),
    ];

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
