using StrokeFramework.UNet.Images;

namespace StrokeFramework.UNet.Training;

/// <summary>A study to draw slices from, at half precision.</summary>
internal sealed class PooledStudy
{
    /// <summary>Slices with less brain than this are no examples, where the study has others; in mm².</summary>
    private const double LeastArea = 600;

    private PooledStudy(GridSize size, Half[] dwi, Half[]? adc, byte[] truth, int[] positive, int[] negative) =>
        (Size, Dwi, Adc, Truth, Positive, Negative) = (size, dwi, adc, truth, positive, negative);

    /// <summary>Voxels along each axis.</summary>
    public GridSize Size { get; }

    /// <summary>As <see cref="BrainImages.Dwi"/>.</summary>
    public Half[] Dwi { get; }

    /// <summary>As <see cref="BrainImages.Adc"/>.</summary>
    public Half[]? Adc { get; }

    /// <summary>1 where there is lesion.</summary>
    public byte[] Truth { get; }

    /// <summary>Slices with lesion.</summary>
    public int[] Positive { get; }

    /// <summary>Slices without.</summary>
    public int[] Negative { get; }

    /// <summary>Prepares an example; null when it holds no signal.</summary>
    /// <param name="example">The study and its true lesion.</param>
    /// <param name="spacing">The network's spacing in mm.</param>
    /// <param name="roughness">How rough its images may be.</param>
    public static PooledStudy? Of(SegmentationExample example, double spacing, double roughness)
    {
        var grid = new WorkingGrid(example.Study.Geometry, spacing);
        if (BrainImages.Of(example.Study, grid, roughness) is not { } images) return null;
        float[] covered = images.Cut(grid.Bring(example.Truth.Voxels, v => v != 0 ? 1 : 0), grid.Size);
        byte[] truth = [.. covered.Select(c => c >= 0.5f ? (byte)1 : (byte)0)];
        int count = images.Size.SliceCount;
        int[] brain = [.. Enumerable.Range(0, images.Size.K).Select(k => images.Brain.AsSpan(k * count, count).Count((byte)1))];
        double least = brain.Any(b => b * grid.PixelArea >= LeastArea) ? LeastArea / grid.PixelArea : 1;
        int[] usable = [.. Enumerable.Range(0, images.Size.K).Where(k => brain[k] >= least)];
        return new(
            images.Size,
            [.. images.Dwi.Select(v => (Half)v)],
            images.Adc is { } adc ? [.. adc.Select(v => (Half)v)] : null,
            truth,
            [.. usable.Where(k => truth.AsSpan(k * count, count).Contains((byte)1))],
            [.. usable.Where(k => !truth.AsSpan(k * count, count).Contains((byte)1))]);
    }
}
