namespace StrokeFramework.Robustness;

/// <summary>Linear interpolation between voxel centers; beyond the outermost ones their value is repeated.</summary>
internal static class Sampler
{
    /// <summary>The values of an image at the voxels of another grid.</summary>
    /// <param name="image">The image.</param>
    /// <param name="grid">The other grid.</param>
    /// <param name="place">For a voxel's place in mm, where in the image to look.</param>
    public static float[] Sample(Volume<float> image, VolumeGeometry grid, Func<Point3, Point3> place)
    {
        var values = new float[grid.Size.Count];
        Parallel.For(0, grid.Size.K, k =>
        {
            for (int j = 0; j < grid.Size.J; j++)
            {
                for (int i = 0; i < grid.Size.I; i++)
                    values[grid.Size.IndexOf(i, j, k)] = At(image, image.Geometry.WorldToIndex.Apply(place(grid.ToWorld(i, j, k))));
            }
        });
        return values;
    }

    private static float At(Volume<float> image, Point3 index)
    {
        (int i, double u) = Split(index.X, image.Size.I);
        (int j, double v) = Split(index.Y, image.Size.J);
        (int k, double w) = Split(index.Z, image.Size.K);
        double sum = 0;
        for (int corner = 0; corner < 8; corner++)
        {
            int di = corner & 1, dj = (corner >> 1) & 1, dk = corner >> 2;
            double weight = (di == 0 ? 1 - u : u) * (dj == 0 ? 1 - v : v) * (dk == 0 ? 1 - w : w);
            // What has no weight may lie beyond the grid, or be no number.
            if (weight > 0) sum += weight * image[i + di, j + dj, k + dk];
        }

        return (float)sum;
    }

    private static (int First, double Beyond) Split(double index, int count)
    {
        // A place that lies on a voxel but for rounding is that voxel.
        double nearest = Math.Round(index), clean = Math.Clamp(Math.Abs(index - nearest) < 1e-6 ? nearest : index, 0, count - 1);
        int first = (int)clean;
        return (first, clean - first);
    }
}
