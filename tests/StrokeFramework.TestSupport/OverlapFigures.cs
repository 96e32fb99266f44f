namespace StrokeFramework.TestSupport;

/// <summary>Overlap of two masks, for tests.</summary>
public static class OverlapFigures
{
    /// <summary>Twice the common voxels over the sum of both; 1 when both are empty.</summary>
    public static double Dice(Volume<byte> found, Volume<byte> truth)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(truth);
        int both = 0, sum = 0;
        for (int v = 0; v < found.Span.Length; v++)
        {
            int a = found.Span[v] != 0 ? 1 : 0, b = truth.Span[v] != 0 ? 1 : 0;
            both += a & b;
            sum += a + b;
        }

        return sum == 0 ? 1 : 2.0 * both / sum;
    }
}
