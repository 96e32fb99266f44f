using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour;

/// <summary>
/// The brain cut out of its volume and smoothed within slices: the method works on this and puts its results back. What
/// lies outside the brain has no part in the smoothing, and a voxel without a number takes that of its neighbors.
/// </summary>
internal sealed class BrainCrop
{
    /// <summary>A voxel without a number needs this part of its surroundings with one.</summary>
    private const float LeastWeight = 0.25f;

    private readonly CanonicalGrid _grid;
    private readonly (int I, int J, int K) _start;
    private readonly byte[] _measured;

    /// <param name="source">The study in canonical order.</param>
    /// <param name="smoothing">Standard deviation of the smoothing in mm.</param>
    /// <param name="context">Threads and cancellation.</param>
    public BrainCrop(SliceMapper source, double smoothing, StageContext context)
    {
        _grid = source.Grid;
        StudySlab volume = source.Volume;
        (int from, int to)[] ranges = Ranges(volume);
        _start = (ranges[0].from, ranges[1].from, ranges[2].from);
        Size = new(ranges[0].to - ranges[0].from, ranges[1].to - ranges[1].from, ranges[2].to - ranges[2].from);
        var image = new float[Size.Count];
        var brain = new byte[Size.Count];
        _measured = new byte[Size.Count];
        context.For(0, Size.K, k => CutSlice(volume, k, image, brain, smoothing));
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(Size, volume.Spacing);
        Mapper = new(new DiffusionStudy(new(geometry, image)).WithBrainMask(new(geometry, brain)));
    }

    /// <summary>Voxels of the cut-out.</summary>
    public GridSize Size { get; }

    /// <summary>Hands out the cut-out as a whole or slice by slice.</summary>
    public SliceMapper Mapper { get; }

    /// <summary>The number in the whole volume of the cut-out's first slice.</summary>
    public int FirstSlice => _start.K;

    /// <summary>Puts values of the cut-out back on the study's grid.</summary>
    /// <param name="values">One per voxel of the cut-out.</param>
    /// <param name="outside">The value everywhere else.</param>
    public Volume<T> Restore<T>(ReadOnlySpan<T> values, T outside)
        where T : unmanaged
    {
        var whole = new T[_grid.Size.Count];
        whole.AsSpan().Fill(outside);
        for (int k = 0; k < Size.K; k++)
        {
            for (int j = 0; j < Size.J; j++)
                values.Slice(Size.IndexOf(0, j, k), Size.I).CopyTo(whole.AsSpan(_grid.Size.IndexOf(_start.I, _start.J + j, _start.K + k)));
        }

        return _grid.Restore<T>(whole);
    }

    /// <summary>Takes labels off voxels that have no number of their own.</summary>
    public byte[] Measured(ReadOnlySpan<byte> labels)
    {
        byte[] kept = labels.ToArray();
        for (int v = 0; v < kept.Length; v++) kept[v] *= _measured[v];
        return kept;
    }

    /// <summary>Along each axis, the first and one past the last index with brain, at least two voxels wide where the volume is.</summary>
    private static (int From, int To)[] Ranges(StudySlab volume)
    {
        GridSize size = volume.Size;
        int[] low = [size.I, size.J, size.K], high = [0, 0, 0];
        for (int row = 0; row < size.J * size.K; row++)
        {
            ReadOnlySpan<byte> brain = volume.Brain.Slice(row * size.I, size.I);
            int first = brain.IndexOfAnyExcept((byte)0);
            if (first < 0) continue;
            Widen(0, first);
            Widen(0, brain.LastIndexOfAnyExcept((byte)0));
            Widen(1, row % size.J);
            Widen(2, row / size.J);
        }

        return [.. Enumerable.Range(0, 3).Select(axis => high[axis] - low[axis] > 1 ? (low[axis], high[axis]) : (Math.Max(0, high[axis] - 2), Math.Min(size[axis], Math.Max(0, high[axis] - 2) + 2)))];

        void Widen(int axis, int index) => (low[axis], high[axis]) = (Math.Min(low[axis], index), Math.Max(high[axis], index + 1));
    }

    private void CutSlice(StudySlab volume, int k, float[] image, byte[] brain, double smoothing)
    {
        int count = Size.SliceCount, start = k * count;
        var weights = new float[count];
        for (int j = 0; j < Size.J; j++)
        {
            int source = volume.Size.IndexOf(_start.I, _start.J + j, _start.K + k), target = j * Size.I;
            for (int i = 0; i < Size.I; i++)
            {
                float value = volume.Dwi[source + i];
                bool used = volume.Brain[source + i] != 0 && float.IsFinite(value);
                brain[start + target + i] = _measured[start + target + i] = used ? (byte)1 : (byte)0;
                (image[start + target + i], weights[target + i]) = used ? (value, 1) : (0, 0);
            }
        }

        if (smoothing == 0) return;
        GridSize slice = Size with { K = 1 };
        float[] sums = GaussianBlur.Apply(image.AsSpan(start, count), slice, volume.Spacing, smoothing);
        weights = GaussianBlur.Apply(weights, slice, volume.Spacing, smoothing);
        for (int j = 0; j < Size.J; j++)
        {
            ReadOnlySpan<byte> whole = volume.Brain[volume.Size.IndexOf(_start.I, _start.J + j, _start.K + k)..];
            for (int i = 0; i < Size.I; i++)
            {
                int p = (j * Size.I) + i;
                if (whole[i] == 0 || (brain[start + p] == 0 && weights[p] < LeastWeight)) continue;
                image[start + p] = sums[p] / weights[p];
                brain[start + p] = 1;
            }
        }
    }
}
