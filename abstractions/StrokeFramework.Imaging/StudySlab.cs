namespace StrokeFramework.Imaging;

/// <summary>
/// One slice of a study, or all of them, in the order of <see cref="CanonicalGrid"/>: what a method that works per
/// slice or over the volume is given. All images share <see cref="Size"/>, first index fastest.
/// </summary>
public sealed class StudySlab
{
    internal StudySlab(int index, GridSize size, Point3 spacing, ReadOnlyMemory<float> dwi, ReadOnlyMemory<byte> brain, ReadOnlyMemory<float> adc)
    {
        (Index, Size, Spacing) = (index, size, spacing);
        (DwiVoxels, BrainVoxels, AdcVoxels) = (dwi, brain, adc);
    }

    /// <summary>The slice's number, counted from inferior; 0 for the whole volume.</summary>
    public int Index { get; }

    /// <summary>Voxels along each axis; one along the third for a slice.</summary>
    public GridSize Size { get; }

    /// <summary>Spacing along each axis, in mm; the third is the distance between slices.</summary>
    public Point3 Spacing { get; }

    /// <summary>Area of a voxel in the slice, in mm².</summary>
    public double PixelArea => Spacing.X * Spacing.Y;

    /// <summary>The diffusion-weighted image.</summary>
    public ReadOnlySpan<float> Dwi => DwiVoxels.Span;

    /// <summary>1 inside the brain; 1 everywhere when the study has no mask.</summary>
    public ReadOnlySpan<byte> Brain => BrainVoxels.Span;

    /// <summary>ADC in mm²/s; empty when the study has none.</summary>
    public ReadOnlySpan<float> Adc => AdcVoxels.Span;

    /// <summary>The diffusion-weighted image, to keep or to capture.</summary>
    public ReadOnlyMemory<float> DwiVoxels { get; }

    /// <summary>The brain mask, to keep or to capture.</summary>
    public ReadOnlyMemory<byte> BrainVoxels { get; }

    /// <summary>The ADC map, to keep or to capture.</summary>
    public ReadOnlyMemory<float> AdcVoxels { get; }

    /// <summary>Refuses a slab without a finite voxel in the brain.</summary>
    /// <exception cref="StageException">There is none.</exception>
    public void RequireIntensities()
    {
        ReadOnlySpan<float> image = Dwi;
        ReadOnlySpan<byte> brain = Brain;
        for (int v = 0; v < image.Length; v++)
        {
            if (brain[v] != 0 && float.IsFinite(image[v])) return;
        }

        throw new StageException("The brain mask holds no voxel with a usable intensity. Check the background removal before this stage.");
    }
}
