namespace StrokeFramework.RCnn.Tests.Boxes;

/// <summary>Boxes as networks may make them.</summary>
internal static class RandomBoxes
{
    /// <summary>Boxes around a field of 40 x 30, one in six of them empty, inside out, of one point, or far outside.</summary>
    public static float[][] Of(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(n =>
        {
            float x = (50 * random.NextSingle()) - 5, y = (40 * random.NextSingle()) - 5, w = 20 * random.NextSingle(), h = 20 * random.NextSingle();
            return (n % 24) switch
            {
                3 => [x, y, x, y + h],
                9 => [x + w, y + h, x, y],
                15 => [x, y, x, y],
                21 => new float[] { x + 500, y - 500, x + 500 + w, y - 500 + h },
                _ => [x, y, x + w, y + h],
            };
        })];
    }

    public static float[] Flat(float[][] boxes) => [.. boxes.SelectMany(b => b)];

    /// <summary>Intersection over union, as it is defined.</summary>
    public static double Overlap(float[] a, float[] b)
    {
        double Area(float[] x) => Math.Max(0, (double)x[2] - x[0]) * Math.Max(0, (double)x[3] - x[1]);
        double common = Math.Max(0, (double)Math.Min(a[2], b[2]) - Math.Max(a[0], b[0])) * Math.Max(0, (double)Math.Min(a[3], b[3]) - Math.Max(a[1], b[1]));
        double union = Area(a) + Area(b) - common;
        return union > 0 && Area(a) > 0 && Area(b) > 0 ? common / union : 0;
    }
}
