using StrokeFramework.Imaging;
using StrokeFramework.MarkerWatershed.Smoothing;

namespace StrokeFramework.MarkerWatershed.Tests;

/// <summary>Small studies and pictures made from formulas.</summary>
internal static class Pictures
{
    public static StudySlab Slab(GridSize size, Point3 spacing, Func<int, float> image, Func<int, bool>? inside = null)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size, spacing);
        var values = new float[size.Count];
        var brain = new byte[size.Count];
        for (int v = 0; v < values.Length; v++) (values[v], brain[v]) = (image(v), inside is null || inside(v) ? (byte)1 : (byte)0);
        return new SliceMapper(new DiffusionStudy(new(geometry, values)).WithBrainMask(new(geometry, brain))).Volume;
    }

    public static BrainPicture Of(int width, int height, Func<int, int, float> image, Func<int, int, bool>? inside = null, double spacingX = 1, double spacingY = 1)
    {
        StudySlab slab = Slab(new(width, height, 1), new(spacingX, spacingY, 5), v => image(v % width, v / width), inside is null ? null : v => inside(v % width, v / width));
        return new(slab, 0, BrainWindow.Of(slab), LesionPolarity.Hyperintense);
    }

    /// <summary>Whole numbers in a brain with holes and a ragged edge.</summary>
    public static BrainPicture Random(int seed, int width = 31, int height = 23, int levels = 12, double spacingX = 1, double spacingY = 1)
    {
        var random = new Random(seed);
        int[] values = [.. Enumerable.Range(0, width * height).Select(_ => random.Next(levels))];
        bool[] inside = [.. values.Select(_ => random.Next(6) > 0)];
        return Of(width, height, (x, y) => values[(y * width) + x], (x, y) => inside[(y * width) + x], spacingX, spacingY);
    }
}
