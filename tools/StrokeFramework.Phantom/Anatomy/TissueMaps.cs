namespace StrokeFramework.Phantom;

/// <summary>
/// How much of every voxel is grey matter, white matter, CSF and scalp. The fractions sum to at most 1; what is missing is
/// skull or air and gives no signal. Index i runs fastest.
/// </summary>
public sealed class TissueMaps
{
    /// <summary>Wraps fractions without copying.</summary>
    /// <exception cref="ArgumentException">A map's length is not the grid's number of voxels.</exception>
    public TissueMaps(VolumeGeometry geometry, AnatomyFrame frame, float[] grey, float[] white, float[] csf, float[] scalp)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        ArgumentNullException.ThrowIfNull(frame);
        foreach (float[] map in (float[][])[grey, white, csf, scalp])
        {
            if (map.Length != geometry.Size.Count)
                throw new ArgumentException($"A tissue map of {map.Length} voxels does not fit a grid of {geometry.Size}.", nameof(grey));
        }

        (Geometry, Frame, Grey, White, Csf, Scalp) = (geometry, frame, grey, white, csf, scalp);
    }

    /// <summary>The grid.</summary>
    public VolumeGeometry Geometry { get; }

    /// <summary>Where each point of the grid lies in the reference brain.</summary>
    public AnatomyFrame Frame { get; }

    /// <summary>Grey matter's fraction in [0, 1].</summary>
    public float[] Grey { get; }

    /// <summary>White matter's fraction in [0, 1].</summary>
    public float[] White { get; }

    /// <summary>CSF's fraction in [0, 1].</summary>
    public float[] Csf { get; }

    /// <summary>The scalp's fraction in [0, 1].</summary>
    public float[] Scalp { get; }

    /// <summary>Grey and white matter together.</summary>
    public float Parenchyma(int voxel) => Grey[voxel] + White[voxel];

    /// <summary>1 where at least half of a voxel is brain or CSF.</summary>
    public byte[] BrainMask()
    {
        var mask = new byte[Grey.Length];
        for (int v = 0; v < mask.Length; v++) mask[v] = Grey[v] + White[v] + Csf[v] >= 0.5f ? (byte)1 : (byte)0;
        return mask;
    }
}
