using System.Buffers;
using StrokeFramework.Imaging;

namespace StrokeFramework.AdaptiveThreshold.Blocks;

/// <summary>
/// Histograms and outer percentiles of the brain, less its rim, in the blocks of a slice, or of all slices. Blocks are
/// numbered along the rows of their slice, slice after slice.
/// </summary>
internal sealed class BlockHistograms
{
    /// <summary>Percentiles are taken from bins so much finer than the histogram's.</summary>
    private const int Refinement = 8;

    private const double LowFraction = 0.02, HighFraction = 0.98;

    private readonly StudySlab _slab;
    private readonly AdaptiveThresholdSettings _settings;
    private readonly int[] _counts;
    private readonly int _rimI;
    private readonly int _rimJ;

    public BlockHistograms(StudySlab slab, AdaptiveThresholdSettings settings)
    {
        (_slab, _settings) = (slab, settings);
        (_rimI, _rimJ) = (RimVoxels(slab.Spacing.X), RimVoxels(slab.Spacing.Y));
        int blocks = slab.Size.K * BlocksPerSlice;
        _counts = new int[blocks * Bins];
        (Total, Low, High) = (new int[blocks], new float[blocks], new float[blocks]);
    }

    /// <summary>Bins of each histogram over [0, 1].</summary>
    public int Bins => _settings.Bins;

    /// <summary>Blocks of one slice.</summary>
    public int BlocksPerSlice => _settings.Rows * _settings.Columns;

    /// <summary>Blocks altogether.</summary>
    public int Count => Total.Length;

    /// <summary>Voxels counted per block; 0 where there is too little brain.</summary>
    public int[] Total { get; }

    /// <summary>2nd percentile per block.</summary>
    public float[] Low { get; }

    /// <summary>98th percentile per block.</summary>
    public float[] High { get; }

    /// <summary>The histogram of a block.</summary>
    public ReadOnlySpan<int> Of(int block) => _counts.AsSpan(block * Bins, Bins);

    /// <summary>The block that a voxel of a slice lies in, numbered within the slice.</summary>
    public int BlockAt(int i, int j) => ((((j + 1) * _settings.Rows) - 1) / _slab.Size.J * _settings.Columns) + ((((i + 1) * _settings.Columns) - 1) / _slab.Size.I);

    /// <summary>Counts one slice; different slices may be counted at the same time.</summary>
    public void CountSlice(int k, CancellationToken cancellation)
    {
        int fineBins = Refinement * Bins;
        int[] rented = ArrayPool<int>.Shared.Rent(_settings.Columns * fineBins);
        Span<int> fine = rented.AsSpan(0, _settings.Columns * fineBins);
        fine.Clear();
        for (int row = 0; row < _settings.Rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            int from = StartOf(row, _settings.Rows, _slab.Size.J), to = StartOf(row + 1, _settings.Rows, _slab.Size.J);
            for (int j = from; j < to; j++) CountRow(j, k, fine, fineBins);
            for (int column = 0; column < _settings.Columns; column++)
            {
                int pixels = (to - from) * (StartOf(column + 1, _settings.Columns, _slab.Size.I) - StartOf(column, _settings.Columns, _slab.Size.I));
                Finish((k * BlocksPerSlice) + (row * _settings.Columns) + column, fine.Slice(column * fineBins, fineBins), pixels);
            }

            fine.Clear();
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    private static int StartOf(int part, int parts, int length) => (int)((long)part * length / parts);

    private void CountRow(int j, int k, Span<int> fine, int fineBins)
    {
        int width = _slab.Size.I, last = width - 1;
        ReadOnlySpan<byte> brain = BrainRow(j, k);
        if (!brain.ContainsAnyExcept((byte)0)) return;
        ReadOnlySpan<float> image = _slab.Dwi.Slice((int)_slab.Size.IndexOf(0, j, k), width);
        // What lies within the rim on either side of a voxel must be brain too; beyond the picture nothing is asked.
        ReadOnlySpan<byte> before = BrainRow(Math.Max(0, j - _rimJ), k), after = BrainRow(Math.Min(_slab.Size.J - 1, j + _rimJ), k);
        for (int column = 0; column < _settings.Columns; column++)
        {
            int to = StartOf(column + 1, _settings.Columns, width);
            Span<int> bins = fine.Slice(column * fineBins, fineBins);
            for (int i = StartOf(column, _settings.Columns, width); i < to; i++)
            {
                if (brain[i] == 0 || before[i] == 0 || after[i] == 0 || brain[Math.Max(0, i - _rimI)] == 0 || brain[Math.Min(last, i + _rimI)] == 0) continue;
                if (float.IsFinite(image[i])) bins[(int)Math.Clamp(image[i] * fineBins, 0, fineBins - 1)]++;
            }
        }
    }

    private ReadOnlySpan<byte> BrainRow(int j, int k) => _slab.Brain.Slice((int)_slab.Size.IndexOf(0, j, k), _slab.Size.I);

    private int RimVoxels(double spacing) => _settings.RimWidth > 0 ? Math.Max(1, (int)Math.Round(_settings.RimWidth / spacing)) : 0;

    private void Finish(int block, ReadOnlySpan<int> fine, int pixels)
    {
        if (!fine.ContainsAnyExcept(0)) return;
        int total = 0;
        foreach (int count in fine) total += count;
        if (total == 0 || total < _settings.MinimumBrain * pixels) return;
        Total[block] = total;
        Span<int> counts = _counts.AsSpan(block * Bins, Bins);
        for (int bin = 0; bin < fine.Length; bin++) counts[bin / Refinement] += fine[bin];
        Low[block] = Quantile(fine, total, LowFraction);
        High[block] = Quantile(fine, total, HighFraction);
    }

    private static float Quantile(ReadOnlySpan<int> fine, int total, double fraction)
    {
        double rank = fraction * (total - 1);
        int before = 0, bin = 0;
        while (before + fine[bin] <= rank) before += fine[bin++];
        return (float)((bin + ((rank - before + 0.5) / fine[bin])) / fine.Length);
    }
}
