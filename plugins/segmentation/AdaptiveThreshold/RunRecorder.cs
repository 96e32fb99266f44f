using System.Globalization;
using StrokeFramework.AdaptiveThreshold.Blocks;
using StrokeFramework.Imaging;

namespace StrokeFramework.AdaptiveThreshold;

/// <summary>Collects what the report shows: only made when somebody looks. Slices write to their own parts of the map.</summary>
internal sealed class RunRecorder
{
    private readonly CanonicalGrid _grid;
    private readonly AdaptiveThresholdSettings _settings;
    private readonly float[] _kinds;
    private readonly List<SlabResult> _results = [];
    private readonly List<SliceBlocks> _slices = [];
    private readonly Lock _gate = new();

    public RunRecorder(CanonicalGrid grid, AdaptiveThresholdSettings settings)
    {
        (_grid, _settings) = (grid, settings);
        _kinds = new float[grid.Size.Count];
        Array.Fill(_kinds, float.NaN);
    }

    public void Add(SlabResult result)
    {
        lock (_gate) _results.Add(result);
    }

    /// <summary>Notes the blocks of every slice of a slab, and how much lesion was found there.</summary>
    public void Add(StudySlab slab, BlockHistograms histograms, BlockGuard guard, ReadOnlySpan<byte> labels)
    {
        int pixels = slab.Size.SliceCount;
        for (int k = 0; k < slab.Size.K; k++)
        {
            int first = k * histograms.BlocksPerSlice;
            DrawKinds(slab, k, histograms, guard.Kinds.AsSpan(first, histograms.BlocksPerSlice));
            ReadOnlySpan<byte> slice = labels.Slice(k * pixels, pixels);
            int brain = histograms.Total.AsSpan(first, histograms.BlocksPerSlice).ToArray().Sum();
            lock (_gate) _slices.Add(new(slab.Index + k, histograms, guard, first, pixels - slice.Count((byte)0), brain));
        }
    }

    public void Show(IDiagnosticSink sink)
    {
        SlabResult[] results = [.. _results.OrderBy(r => r.Slab).ThenBy(r => r.Polarity)];
        foreach (LesionPolarity polarity in _settings.Side.Polarities())
        {
            SlabResult main = results.Where(r => r.Polarity == polarity).OrderByDescending(r => r.Voxels).ThenByDescending(r => r.Abnormal).First();
            ShowThreshold(sink, main);
        }

        SlabResult most = results.OrderByDescending(r => r.Voxels).ThenByDescending(r => r.Abnormal).First();
        ShowEnvelopes(sink, most, [.. results.Where(r => r.Slab == most.Slab)]);
        ShowBlocks(sink, _slices.OrderByDescending(s => s.Lesion).ThenByDescending(s => s.Brain).ThenBy(s => s.Slice).First());
        sink.Add(new MapDiagnostic("blocks", "Blocks: 1 normal, 2 abnormally bright, 4 abnormally dark, 6 both; blank with too little brain", _grid.Restore<float>(_kinds)));
        sink.Add(new TableDiagnostic("searches", "What was found where", ["slice", "side", "normal blocks", "abnormal blocks", "limit", "threshold", "voxels"], [.. results.Select(Row)]));
    }

    private static void ShowThreshold(IDiagnosticSink sink, SlabResult main)
    {
        string side = main.Polarity.Word();
        sink.Add(new ScalarDiagnostic($"threshold_{side}", $"Threshold of the {side}-intense side, where most lesion was found", main.Threshold));
        sink.Add(new ScalarDiagnostic($"abnormal_blocks_{side}", $"Abnormal blocks of the {side}-intense side, where most lesion was found; the guard asks for one", main.Abnormal));
        sink.Add(new ScalarDiagnostic($"block_limit_{side}", $"Limit of a normal block's outer percentile on the {side}-intense side", LimitOf(main)));
    }

    private void ShowEnvelopes(IDiagnosticSink sink, SlabResult most, SlabResult[] sides)
    {
        var marks = sides.Where(r => !double.IsNaN(r.Threshold)).ToDictionary(r => $"threshold {r.Polarity.Word()}", r => r.Threshold);
        double[] x = [.. Enumerable.Range(0, _settings.Bins).Select(b => (b + 0.5) / _settings.Bins)];
        var envelopes = new List<CurveSeries> { new("normal blocks", x, most.Envelopes.Normal) };
        var gradients = new List<CurveSeries>();
        foreach (SlabResult side in sides)
        {
            envelopes.Add(new($"abnormal blocks, {side.Polarity.Word()}", x, side.Envelopes.Abnormal(side.Polarity)));
            gradients.Add(new(side.Polarity.Word(), x, side.Envelopes.Gradient(side.Polarity)));
        }

        sink.Add(new CurveDiagnostic("envelopes", "Largest count of any block at each intensity, superimposed for normal and abnormal blocks", "Intensity", "Voxels", envelopes, marks));
        sink.Add(new CurveDiagnostic("gradient", "How fast the abnormal envelope gains on the normal one", "Intensity", "Voxels per bin", gradients, marks));
    }

    private void ShowBlocks(IDiagnosticSink sink, SliceBlocks shown)
    {
        int count = _settings.Rows * _settings.Columns;
        var matrix = new double[count * _settings.Bins];
        var rows = new List<IReadOnlyList<string>>();
        for (int n = 0; n < count; n++)
        {
            int block = shown.First + n;
            ReadOnlySpan<int> counts = shown.Histograms.Of(block);
            for (int bin = 0; bin < counts.Length; bin++) matrix[(n * _settings.Bins) + bin] = counts[bin];
            if (shown.Histograms.Total[block] == 0) continue;
            rows.Add([Text(n + 1), Text(shown.Histograms.Total[block]), Text(shown.Histograms.Low[block]), Text(shown.Histograms.High[block]), Word(shown.Guard.Kinds[block])]);
        }

        string where = $"of slice {Text(shown.Slice)}";
        sink.Add(new MatrixDiagnostic("block_histograms", $"Histograms of the blocks {where}: one row per block, intensity from 0 to 1 along the row", count, _settings.Bins, matrix));
        sink.Add(new TableDiagnostic("block_table", $"Blocks {where} that hold enough brain", ["block", "voxels", "2nd percentile", "98th percentile", "kind"], rows));
    }

    private void DrawKinds(StudySlab slab, int k, BlockHistograms histograms, ReadOnlySpan<BlockKinds> kinds)
    {
        GridSize size = slab.Size;
        int start = (slab.Index + k) * size.SliceCount;
        for (int v = 0; v < size.SliceCount; v++)
        {
            BlockKinds kind = kinds[histograms.BlockAt(v % size.I, v / size.I)];
            if (kind != BlockKinds.None) _kinds[start + v] = (int)kind;
        }
    }

    private static double LimitOf(SlabResult r) => r.Polarity == LesionPolarity.Hyperintense ? r.Guard.HighLimit : r.Guard.LowLimit;

    private static string Word(BlockKinds kind) => kind switch
    {
        BlockKinds.Normal => "normal",
        BlockKinds.Hyper => "hyper",
        BlockKinds.Hypo => "hypo",
        _ => "hyper and hypo",
    };

    private static string[] Row(SlabResult r) =>
        [Text(r.Slab), r.Polarity.Word(), Text(r.Guard.CountOf(BlockKinds.Normal)), Text(r.Abnormal), Text(LimitOf(r)), Text(r.Threshold), Text(r.Voxels)];

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
