namespace StrokeFramework.AdcConfirmation;

/// <summary>What both sides work on, in canonical order.</summary>
/// <param name="Labels">The incoming labels.</param>
/// <param name="Dwi">The diffusion-weighted image.</param>
/// <param name="Adc">Smoothed ADC in mm²/s; 0 where it is not known.</param>
/// <param name="Brain">1 inside the brain.</param>
/// <param name="Size">The grid.</param>
/// <param name="Spacing">Voxel spacing in mm.</param>
/// <param name="NormalAdc">ADC of normal tissue in mm²/s.</param>
internal sealed record Candidates(
    ReadOnlyMemory<byte> Labels, ReadOnlyMemory<float> Dwi, float[] Adc, ReadOnlyMemory<byte> Brain, GridSize Size, Point3 Spacing, double NormalAdc)
{
    /// <summary>Volume of a voxel in mm³.</summary>
    public double VoxelVolume => Spacing.X * Spacing.Y * Spacing.Z;

    /// <summary>The mask of one label.</summary>
    public byte[] Mask(LesionPolarity polarity)
    {
        var mask = new byte[Labels.Length];
        for (int v = 0; v < mask.Length; v++) mask[v] = Labels.Span[v] == (byte)polarity ? (byte)1 : (byte)0;
        return mask;
    }
}
