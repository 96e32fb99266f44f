namespace StrokeFramework.UNet.Tests;

/// <summary>Small made-up heads: an ellipsoid of tissue with noise, in it a bright ball of low ADC.</summary>
internal static class Heads
{
    private const float Tissue = 100, Lesion = 220, TissueAdc = 0.0008f, LesionAdc = 0.0004f;

    public static SegmentationExample Make(int seed, GridSize? size = null, double radius = 4, bool withAdc = true)
    {
        GridSize grid = size ?? new(24, 24, 8);
        var random = new Random(seed);
        var geometry = VolumeGeometry.FromSpacing(grid, new(2, 2, 2));
        (double I, double J, double K) at = (grid.I * (0.4 + (0.2 * random.NextDouble())), grid.J * (0.4 + (0.2 * random.NextDouble())), grid.K * 0.5);
        float[] dwi = new float[grid.Count], adc = new float[grid.Count];
        byte[] truth = new byte[grid.Count];
        for (int k = 0; k < grid.K; k++)
        {
            for (int j = 0; j < grid.J; j++)
            {
                for (int i = 0; i < grid.I; i++)
                {
                    int v = grid.IndexOf(i, j, k);
                    double u = (i - ((grid.I - 1) / 2.0)) / (0.45 * grid.I), w = (j - ((grid.J - 1) / 2.0)) / (0.45 * grid.J);
                    if ((u * u) + (w * w) > 1) continue;
                    double d = Math.Sqrt(Math.Pow(i - at.I, 2) + Math.Pow(j - at.J, 2) + Math.Pow(k - at.K, 2));
                    truth[v] = d <= radius ? (byte)1 : (byte)0;
                    dwi[v] = (truth[v] != 0 ? Lesion : Tissue) + (float)(10 * (random.NextDouble() - 0.5));
                    adc[v] = truth[v] != 0 ? LesionAdc : TissueAdc;
                }
            }
        }

        var study = new DiffusionStudy(new(geometry, dwi), $"head{seed}");
        return new(withAdc ? study.WithAdc(new(geometry, adc)) : study, new(geometry, truth));
    }

    public static IReadOnlyList<SegmentationExample> Several(int count) => [.. Enumerable.Range(1, count).Select(n => Make(n))];
}
