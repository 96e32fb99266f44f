namespace StrokeFramework.Imaging;

/// <summary>
/// Erosion and dilation of masks with elements in mm. Beyond the grid there is nothing to dilate from and nothing to
/// erode from: the border alone removes no voxel.
/// </summary>
public static class Morphology
{
    /// <summary>Keeps the voxels whose whole neighborhood, as far as it lies in the grid, is foreground.</summary>
    /// <param name="mask">Non-zero is foreground.</param>
    /// <param name="size">The grid.</param>
    /// <param name="spacing">Voxel spacing in mm.</param>
    /// <param name="element">The neighborhood.</param>
    /// <returns>The eroded mask, 0 or 1 per voxel.</returns>
    /// <exception cref="ArgumentException">The mask has another number of voxels than the grid, or the radius is not a number of at least 0.</exception>
    public static byte[] Erode(ReadOnlySpan<byte> mask, GridSize size, Point3 spacing, StructuringElement element)
    {
        Grid.Check(mask.Length, size, nameof(mask));
        byte[] grown = Dilate(Invert(mask), size, spacing, element);
        return Invert(grown);
    }

    /// <summary>Adds the voxels whose neighborhood holds foreground.</summary>
    /// <param name="mask">Non-zero is foreground.</param>
    /// <param name="size">The grid.</param>
    /// <param name="spacing">Voxel spacing in mm.</param>
    /// <param name="element">The neighborhood.</param>
    /// <returns>The dilated mask, 0 or 1 per voxel.</returns>
    /// <exception cref="ArgumentException">The mask has another number of voxels than the grid, or the radius is not a number of at least 0.</exception>
    public static byte[] Dilate(ReadOnlySpan<byte> mask, GridSize size, Point3 spacing, StructuringElement element)
    {
        Grid.Check(mask.Length, size, nameof(mask));
        if (!(element.Radius >= 0)) throw new ArgumentException("The radius of a structuring element is a number of at least 0.", nameof(element));
        return element.Shape switch
        {
            StructuringShape.Ball => DilateBall(mask, size, spacing, element.Radius),
            StructuringShape.Box => DilateBox(mask, size, spacing, element),
            _ => DilateCross(mask, size, spacing, element),
        };
    }

    /// <summary>Erodes, then dilates: removes what the element does not fit into.</summary>
    /// <inheritdoc cref="Erode"/>
    public static byte[] Open(ReadOnlySpan<byte> mask, GridSize size, Point3 spacing, StructuringElement element) =>
        Dilate(Erode(mask, size, spacing, element), size, spacing, element);

    /// <summary>Dilates, then erodes: closes gaps that the element does not fit into.</summary>
    /// <inheritdoc cref="Erode"/>
    public static byte[] Close(ReadOnlySpan<byte> mask, GridSize size, Point3 spacing, StructuringElement element) =>
        Erode(Dilate(mask, size, spacing, element), size, spacing, element);

    private static byte[] DilateBall(ReadOnlySpan<byte> mask, GridSize size, Point3 spacing, double radius)
    {
        float[] distance = DistanceTransform.ToForeground(mask, size, spacing);
        double smallest = Math.Min(spacing.X, Math.Min(spacing.Y, spacing.Z));
        double limit = radius + (StructuringElement.Tolerance * smallest);
        var result = new byte[mask.Length];
        for (int v = 0; v < result.Length; v++) result[v] = distance[v] <= limit ? (byte)1 : (byte)0;
        return result;
    }

    private static byte[] DilateBox(ReadOnlySpan<byte> mask, GridSize size, Point3 spacing, StructuringElement element)
    {
        byte[] source = Normalize(mask);
        for (int axis = 0; axis < 3; axis++)
        {
            int reach = element.Reach(spacing[axis]);
            if (reach == 0 || size[axis] == 1) continue;
            var target = new byte[source.Length];
            DilateAlong(source, target, size, axis, reach);
            source = target;
        }

        return source;
    }

    private static byte[] DilateCross(ReadOnlySpan<byte> mask, GridSize size, Point3 spacing, StructuringElement element)
    {
        byte[] source = Normalize(mask);
        var target = (byte[])source.Clone();
        for (int axis = 0; axis < 3; axis++)
        {
            int reach = element.Reach(spacing[axis]);
            if (reach > 0 && size[axis] > 1) DilateAlong(source, target, size, axis, reach);
        }

        return target;
    }

    private static void DilateAlong(byte[] source, byte[] target, GridSize size, int axis, int reach)
    {
        int length = size[axis], stride = Grid.Stride(size, axis), lines = (int)(size.Count / length);
        for (int n = 0; n < lines; n++)
        {
            int start = Grid.LineStart(size, axis, n);
            int painted = 0;
            for (int x = 0; x < length; x++)
            {
                if (source[start + (x * stride)] == 0) continue;
                int end = Math.Min(length - 1, x + reach);
                for (int y = Math.Max(painted, x - reach); y <= end; y++) target[start + (y * stride)] = 1;
                painted = end + 1;
            }
        }
    }

    private static byte[] Normalize(ReadOnlySpan<byte> mask)
    {
        var result = new byte[mask.Length];
        for (int v = 0; v < result.Length; v++) result[v] = mask[v] != 0 ? (byte)1 : (byte)0;
        return result;
    }

    private static byte[] Invert(ReadOnlySpan<byte> mask)
    {
        var result = new byte[mask.Length];
        for (int v = 0; v < result.Length; v++) result[v] = mask[v] == 0 ? (byte)1 : (byte)0;
        return result;
    }
}
