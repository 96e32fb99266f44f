namespace StrokeFramework.KMeansFastMarching.Clustering;

/// <summary>A partition of intensities into consecutive clusters, darkest first.</summary>
internal sealed class Clusters
{
    private readonly float[] _upper;

    private Clusters(double[] centers, long[] counts, float[] upper, double inertia)
    {
        (Centers, Counts, _upper, Inertia) = (centers, counts, upper, inertia);
    }

    /// <summary>Mean intensity of each cluster, ascending.</summary>
    public IReadOnlyList<double> Centers { get; }

    /// <summary>Voxels in each cluster.</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>Sum of squared distances to the cluster centers.</summary>
    public double Inertia { get; }

    /// <summary>The number of clusters.</summary>
    public int Count => Centers.Count;

    /// <summary>Makes clusters from cuts between distinct values.</summary>
    /// <param name="samples">The values.</param>
    /// <param name="cuts">Ascending, from 0 to the number of distinct values; cluster c holds [cuts[c], cuts[c + 1]).</param>
    public static Clusters FromCuts(SortedSamples samples, ReadOnlySpan<int> cuts)
    {
        int count = cuts.Length - 1;
        var centers = new double[count];
        var counts = new long[count];
        var upper = new float[count];
        double inertia = 0;
        for (int c = 0; c < count; c++)
        {
            centers[c] = samples.Mean(cuts[c], cuts[c + 1]);
            counts[c] = (long)(samples.Weight[cuts[c + 1]] - samples.Weight[cuts[c]]);
            upper[c] = samples.Values[cuts[c + 1] - 1];
            inertia += samples.Inertia(cuts[c], cuts[c + 1]);
        }

        return new(centers, counts, upper, inertia);
    }

    /// <summary>The cluster of an intensity.</summary>
    public int Of(float value)
    {
        int c = 0;
        while (c < _upper.Length - 1 && value > _upper[c]) c++;
        return c;
    }
}
