using StrokeFramework.Imaging;

namespace StrokeFramework.UNet.Images;

/// <summary>
/// How rough an image is: the mean distance of a voxel in the brain from the mean of its six neighbors, relative to
/// normal tissue. Scanners, their filters and every resampling change it; a network should not see that.
/// </summary>
internal static class Sharpness
{
    /// <summary>Images are smoothed by no wider a Gaussian than this, relative to the network's spacing: beyond it small lesions are gone.</summary>
    private const double Widest = 1;

    private const int Halvings = 6;

    /// <summary>The roughness of an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="brain">1 in the brain.</param>
    /// <param name="size">The grid.</param>
    /// <param name="normal">The image's value in normal tissue.</param>
    /// <returns>0 for an image that is even everywhere, or holds no voxel amid the brain.</returns>
    public static double RoughnessOf(ReadOnlySpan<float> image, ReadOnlySpan<byte> brain, GridSize size, double normal)
    {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < size.K; k++)
        {
            for (int j = 1; j < size.J - 1; j++)
            {
                for (int i = 1; i < size.I - 1; i++)
                {
                    int v = size.IndexOf(i, j, k), up = k > 0 ? v - size.SliceCount : -1, down = k < size.K - 1 ? v + size.SliceCount : -1;
                    if ((brain[v] & brain[v - 1] & brain[v + 1] & brain[v - size.I] & brain[v + size.I]) == 0) continue;
                    float around = image[v - 1] + image[v + 1] + image[v - size.I] + image[v + size.I];
                    int neighbors = 4;
                    // A picture has no slices above and below.
                    if (size.K > 1)
                    {
                        if (up < 0 || down < 0 || (brain[up] & brain[down]) == 0) continue;
                        around += image[up] + image[down];
                        neighbors = 6;
                    }

                    sum += Math.Abs(image[v] - (around / neighbors));
                    count++;
                }
            }
        }

        return count == 0 ? 0 : sum / count / normal;
    }

    /// <summary>Smooths an image until it is no rougher than asked for.</summary>
    /// <param name="image">The image.</param>
    /// <param name="brain">1 in the brain.</param>
    /// <param name="size">The grid.</param>
    /// <param name="spacing">Distance between voxels in mm.</param>
    /// <param name="normal">The image's value in normal tissue.</param>
    /// <param name="roughness">The highest roughness.</param>
    /// <param name="sigma">The standard deviation in mm of the Gaussian that did it; 0 when the image was smooth enough.</param>
    public static float[] Limit(float[] image, ReadOnlySpan<byte> brain, GridSize size, Point3 spacing, double normal, double roughness, out double sigma)
    {
        sigma = 0;
        if (RoughnessOf(image, brain, size, normal) <= roughness) return image;
        double low = 0, high = Widest * Math.Min(spacing.X, Math.Min(spacing.Y, spacing.Z));
        for (int n = 0; n < Halvings; n++)
        {
            double middle = (low + high) / 2;
            if (RoughnessOf(GaussianBlur.Apply(image, size, spacing, middle), brain, size, normal) > roughness) low = middle;
            else high = middle;
        }

        sigma = high;
        return GaussianBlur.Apply(image, size, spacing, sigma);
    }
}
