namespace StrokeFramework;

/// <summary>
/// Where the lesions are: a label per voxel on the study's grid (0 none, 1 hyper-intense, 2 hypo-intense) and,
/// optionally, the probability of lesion. Immutable. An empty segmentation says "no lesion here".
/// </summary>
public sealed class Segmentation
{
    private Volume<byte>? _mask;

    /// <summary>Creates a segmentation.</summary>
    /// <param name="labels">0, 1 or 2 per voxel, see <see cref="LesionPolarity"/>.</param>
    /// <param name="probability">Probability of lesion in [0, 1] per voxel, or null.</param>
    /// <exception cref="ArgumentException">A label is not 0, 1 or 2, or the probability lies on another grid.</exception>
    public Segmentation(Volume<byte> labels, Volume<float>? probability = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        int bad = labels.Span.IndexOfAnyExceptInRange((byte)0, (byte)2);
        if (bad >= 0)
            throw new ArgumentException($"A segmentation label is 0, 1 (hyper-intense) or 2 (hypo-intense), not {labels.Span[bad]}.", nameof(labels));
        if (probability is not null && labels.Geometry.DescribeMismatch(probability.Geometry) is { } mismatch)
            throw new ArgumentException($"The probability does not lie on the labels' grid: {mismatch}.", nameof(probability));
        Labels = labels;
        Probability = probability;
    }

    /// <summary>0 none, 1 hyper-intense, 2 hypo-intense.</summary>
    public Volume<byte> Labels { get; }

    /// <summary>Probability of lesion in [0, 1], or null where the method has none.</summary>
    public Volume<float>? Probability { get; }

    /// <summary>The grid.</summary>
    public VolumeGeometry Geometry => Labels.Geometry;

    /// <summary>1 where there is any lesion, 0 elsewhere.</summary>
    public Volume<byte> Mask => _mask ??= MakeMask();

    /// <summary>True when no voxel is lesion.</summary>
    public bool IsEmpty => !Labels.Span.ContainsAnyExcept((byte)0);

    /// <summary>A segmentation without a lesion.</summary>
    public static Segmentation Empty(VolumeGeometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        return new(new Volume<byte>(geometry, new byte[geometry.Size.Count]));
    }

    private Volume<byte> MakeMask()
    {
        if (!Labels.Span.ContainsAnyExceptInRange((byte)0, (byte)1)) return Labels;
        var mask = new byte[Labels.Span.Length];
        for (int v = 0; v < mask.Length; v++) mask[v] = Labels.Span[v] != 0 ? (byte)1 : (byte)0;
        return new(Geometry, mask);
    }
}
