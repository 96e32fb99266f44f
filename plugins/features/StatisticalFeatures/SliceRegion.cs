using StrokeFramework.Imaging;

namespace StrokeFramework.StatisticalFeatures;

/// <summary>A connected set of pixels in one slice, as a small mask with a margin of one pixel all around.</summary>
internal sealed class SliceRegion
{
    private readonly SlicePlane _plane;
    private readonly byte[] _mask;
    private readonly int _originA;
    private readonly int _originB;

    private SliceRegion(SlicePlane plane, int slice, int originA, int originB, int width, int height, byte[] mask, int count)
    {
        (_plane, Slice, _originA, _originB) = (plane, slice, originA, originB);
        (Width, Height, _mask, Count) = (width, height, mask, count);
    }

    /// <summary>Index of the slice as stored.</summary>
    public int Slice { get; }

    /// <summary>Pixels of the small mask along the first axis.</summary>
    public int Width { get; }

    /// <summary>Pixels of the small mask along the second axis.</summary>
    public int Height { get; }

    /// <summary>Pixels in the region.</summary>
    public int Count { get; }

    /// <summary>Area in mm².</summary>
    public double Area => Count * _plane.PixelArea;

    /// <summary>The mask: 1 in the region, first axis fastest; its outermost pixels are 0.</summary>
    public ReadOnlySpan<byte> Mask => _mask;

    /// <summary>The 8-connected parts of a lesion in every slice: by slice, then by size, largest first.</summary>
    public static List<SliceRegion> PartsOf(Lesion lesion, SlicePlane plane)
    {
        var parts = new List<SliceRegion>();
        var slices = new SortedDictionary<int, List<(int A, int B)>>();
        foreach (int voxel in lesion.Voxels.Span)
        {
            (int slice, int a, int b) = plane.Locate(voxel);
            if (!slices.TryGetValue(slice, out List<(int A, int B)>? pixels)) slices[slice] = pixels = [];
            pixels.Add((a, b));
        }

        foreach ((int slice, List<(int A, int B)> pixels) in slices) Split(plane, slice, pixels, parts);
        return parts;
    }

    /// <summary>The pixels with a 4-neighbor on the other side: of the region itself, or just outside it.</summary>
    /// <returns>Linear voxel indices; pixels outside the image are left out.</returns>
    public IEnumerable<int> Boundary(BoundaryKind kind)
    {
        byte own = kind == BoundaryKind.Inner ? (byte)1 : (byte)0;
        (int extentA, int extentB) = _plane.Extent;
        for (int b = 0; b < Height; b++)
        {
            for (int a = 0; a < Width; a++)
            {
                if (_mask[a + (Width * b)] != own || !Touches(a, b, (byte)(1 - own))) continue;
                int imageA = _originA + a, imageB = _originB + b;
                if ((uint)imageA < (uint)extentA && (uint)imageB < (uint)extentB) yield return _plane.IndexOf(Slice, imageA, imageB);
            }
        }
    }

    /// <summary>Linear indices of the region's voxels.</summary>
    public IEnumerable<int> Voxels()
    {
        for (int p = 0; p < _mask.Length; p++)
        {
            if (_mask[p] != 0) yield return _plane.IndexOf(Slice, _originA + (p % Width), _originB + (p / Width));
        }
    }

    private static void Split(SlicePlane plane, int slice, List<(int A, int B)> pixels, List<SliceRegion> parts)
    {
        int originA = pixels.Min(p => p.A) - 1, originB = pixels.Min(p => p.B) - 1;
        int width = pixels.Max(p => p.A) - originA + 2, height = pixels.Max(p => p.B) - originB + 2;
        var mask = new byte[width * height];
        foreach ((int a, int b) in pixels) mask[a - originA + (width * (b - originB))] = 1;
        ComponentLabels components = ConnectedComponents.Label(mask, new(width, height, 1), Connectivity.Full);
        for (int component = 1; component <= components.Count; component++)
        {
            var part = new byte[mask.Length];
            ReadOnlySpan<int> labels = components.Labels.Span;
            for (int p = 0; p < part.Length; p++) part[p] = labels[p] == component ? (byte)1 : (byte)0;
            parts.Add(new(plane, slice, originA, originB, width, height, part, components.SizeOf(component)));
        }
    }

    private bool Touches(int a, int b, byte value)
    {
        int p = a + (Width * b);
        return (a > 0 && _mask[p - 1] == value) || (a < Width - 1 && _mask[p + 1] == value)
            || (b > 0 && _mask[p - Width] == value) || (b < Height - 1 && _mask[p + Width] == value);
    }
}
