namespace StrokeFramework.Imaging.Tests;

internal static class RandomMask
{
    public static byte[] Of(Random random, GridSize size, double density)
    {
        var mask = new byte[size.Count];
        for (int v = 0; v < mask.Length; v++) mask[v] = random.NextDouble() < density ? (byte)1 : (byte)0;
        return mask;
    }

    public static GridSize Size(Random random, int most, bool flat) =>
        new(random.Next(1, most), random.Next(1, most), flat ? 1 : random.Next(2, most));

    public static (int I, int J, int K) Position(int v, GridSize size) => (v % size.I, v / size.I % size.J, v / size.SliceCount);
}
