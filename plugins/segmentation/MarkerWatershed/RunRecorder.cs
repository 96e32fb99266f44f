using System.Globalization;
using StrokeFramework.Imaging;
using StrokeFramework.MarkerWatershed.Correlation;
using StrokeFramework.MarkerWatershed.Flooding;

namespace StrokeFramework.MarkerWatershed;

/// <summary>Collects what the report shows: only made when somebody looks. Slices write to their own parts of the maps.</summary>
internal sealed class RunRecorder
{
    private readonly CanonicalGrid _grid;
    private readonly float[] _gradient;
    private readonly float[] _markers;
    private readonly float[] _basins;
    private readonly float[] _correlation;
    private readonly List<JudgedCandidate> _candidates = [];
    private readonly Lock _gate = new();

    public RunRecorder(CanonicalGrid grid)
    {
        _grid = grid;
        (_gradient, _markers, _basins, _correlation) = (Blank(), Blank(), Blank(), Blank());
    }

    /// <summary>Keeps the maps of a slab; where both sides are searched, the bright one's markers and basins stay.</summary>
    public void AddMaps(StudySlab slab, ReadOnlySpan<float> gradient, ReadOnlySpan<byte> markers, Basins basins, LesionPolarity polarity)
    {
        int start = slab.Index * _grid.Size.SliceCount;
        for (int v = 0; v < gradient.Length; v++)
        {
            if (slab.Brain[v] == 0 || basins.Labels[v] == WatershedFlood.Barrier) continue;
            _gradient[start + v] = gradient[v];
            bool free = polarity == LesionPolarity.Hyperintense || !(_markers[start + v] == MarkerKind.Internal);
            if (free) _markers[start + v] = markers[v];
            if (basins.Labels[v] > Basins.Outer && float.IsNaN(_basins[start + v])) _basins[start + v] = basins.Labels[v] - Basins.Outer;
        }
    }

    public void Add(JudgedCandidate candidate)
    {
        int start = candidate.Slab * _grid.Size.SliceCount;
        foreach (int v in candidate.Candidate.Voxels) _correlation[start + v] = (float)candidate.Correlation;
        lock (_gate) _candidates.Add(candidate);
    }

    public void Show(IDiagnosticSink sink, StudySlab volume, NormalTissue normal, MarkerWatershedSettings settings, MidsagittalPlane? plane)
    {
        sink.Add(new ScalarDiagnostic("normal_median", "Median intensity of the brain: where normal tissue lies", normal.Median));
        sink.Add(new ScalarDiagnostic("normal_deviation", "Robust standard deviation of the brain's intensities", normal.Deviation));
        if (plane is { } found) sink.Add(new ScalarDiagnostic("midsagittal_angle", "Turn of the midsagittal plane in the slice", found.Turn, "°"));
        sink.Add(new MapDiagnostic("gradient", "Gradient magnitude by Sobel's masks", _grid.Restore<float>(_gradient)));
        sink.Add(new MapDiagnostic("markers", "Markers: 1 internal, 2 external, 0 left to the flood", _grid.Restore<float>(_markers)));
        sink.Add(new MapDiagnostic("basins", "Basins of the internal markers, by number", _grid.Restore<float>(_basins)));
        sink.Add(new MapDiagnostic("correlation", "Correlation of every candidate with the template", _grid.Restore<float>(_correlation)));
        sink.Add(HistogramOf(volume, normal, settings));
        JudgedCandidate[] candidates = [.. _candidates.OrderBy(c => c.Slab).ThenBy(c => c.Polarity).ThenByDescending(c => c.Candidate.Voxels.Length).ThenBy(c => c.Candidate.Voxels[0])];
        if (candidates.OrderByDescending(c => c.IsKept).ThenByDescending(c => c.Candidate.Voxels.Length).FirstOrDefault() is { } main) ShowMain(sink, main);
        double volumeOfVoxel = volume.PixelArea * volume.Spacing.Z / 1000;
        sink.Add(new TableDiagnostic("candidates", "Every candidate, largest first, with the strength of its correlation",
            ["slice", "side", "volume (ml)", "distance (robust sd)", "correlation", "strength", "kept"], [.. candidates.Select(c => Row(c, volumeOfVoxel))]));
    }

    /// <summary>The largest lesion found; where none was, the largest candidate.</summary>
    private static void ShowMain(IDiagnosticSink sink, JudgedCandidate main)
    {
        string strength = CorrelationStrength.Word(main.Correlation);
        sink.Add(new ScalarDiagnostic("correlation_largest", $"Correlation of the largest {(main.IsKept ? "lesion" : "candidate")} with the template: {strength}", main.Correlation));
        sink.Add(Middle("patch", "Patch of the largest candidate that was kept, or else of the largest, in its middle slice", main.Patches.Patch, main.Patches));
        sink.Add(Middle("template", "What that patch was compared with", main.Patches.Template, main.Patches));
    }

    /// <summary>The middle slice of a patch, anterior on top.</summary>
    private static MatrixDiagnostic Middle(string name, string caption, double[] values, PatchPair patches)
    {
        int count = patches.Width * patches.Height, start = values.Length / count / 2 * count;
        var rows = new double[count];
        for (int j = 0; j < patches.Height; j++)
            Array.Copy(values, start + ((patches.Height - 1 - j) * patches.Width), rows, j * patches.Width, patches.Width);
        return new(name, caption, patches.Height, patches.Width, rows);
    }

    private static CurveDiagnostic HistogramOf(StudySlab volume, NormalTissue normal, MarkerWatershedSettings settings)
    {
        var marks = new Dictionary<string, double> { ["normal brain"] = normal.Median };
        foreach (LesionPolarity polarity in settings.Side.Polarities())
        {
            double sign = polarity == LesionPolarity.Hyperintense ? 1 : -1;
            marks[$"internal markers {polarity.Word()}"] = normal.Median + (sign * settings.LeastDistanceFrom(normal));
        }

        return new("histogram", "Histogram of the brain with the least intensity of internal markers", "Intensity", "Voxels",
            [HistogramCurve.Of("brain", Histogram.Of(volume.Dwi, volume.Brain, 0, 1, 200))], marks);
    }

    private static string[] Row(JudgedCandidate c, double volumeOfVoxel) =>
    [
        c.Slab.ToString(CultureInfo.InvariantCulture), c.Polarity.Word(), Text(c.Candidate.Voxels.Length * volumeOfVoxel),
        Text(c.Distance), Text(c.Correlation), CorrelationStrength.Word(c.Correlation), c.IsKept ? "yes" : "no",
    ];

    private static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    private float[] Blank()
    {
        var map = new float[_grid.Size.Count];
        Array.Fill(map, float.NaN);
        return map;
    }
}
