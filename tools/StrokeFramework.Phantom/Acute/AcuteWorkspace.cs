namespace StrokeFramework.Phantom;

/// <summary>The arrays that a training volume is made in, one value per voxel, used again for the next volume.</summary>
internal sealed class AcuteWorkspace(int voxels)
{
    private readonly float[][] _all = [.. Enumerable.Range(0, 11).Select(_ => new float[voxels])];

    public int Voxels => voxels;

    public float[] Grey => _all[0];

    public float[] White => _all[1];

    public float[] Csf => _all[2];

    public float[] Scalp => _all[3];

    /// <summary>Fraction of lesion.</summary>
    public float[] Lesion => _all[4];

    /// <summary>Severity of the lesion that a voxel belongs to.</summary>
    public float[] Severity => _all[5];

    public float[] B0 => _all[6];

    public float[] Dwi => _all[7];

    /// <summary>Gain of both images.</summary>
    public float[] Gain => _all[8];

    /// <summary>Logarithm of the DWI's gain beyond b0's.</summary>
    public float[] Mismatch => _all[9];

    /// <summary>For voxels of a lesion, the DWI relative to what it would be without.</summary>
    public float[] LesionGain => _all[10];

    /// <summary>Two arrays for any use; they hold anything.</summary>
    public (float[] First, float[] Second) Scratch { get; } = (new float[voxels], new float[voxels]);

    /// <summary>Indices of the voxels that hold brain, as many as there are.</summary>
    public int[] Brain { get; } = new int[voxels];

    /// <summary>1 where there is brain.</summary>
    public byte[] Inside { get; } = new byte[voxels];

    /// <summary>The indices of all voxels.</summary>
    public int[] Everywhere { get; } = [.. Enumerable.Range(0, voxels)];

    /// <summary>Sets to 0 what volumes add to.</summary>
    public void Clear()
    {
        foreach (float[] values in _all) Array.Clear(values);
        Array.Clear(Inside);
    }
}
