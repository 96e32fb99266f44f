namespace StrokeFramework.KMeansFastMarching.Marching;

/// <summary>
/// How fast the front moves: by how far a voxel's intensity is from the lesion's, in the 0 to 255 of the
/// published examples. Within the cut-off F = 1 / (1 + sqrt(d)); beyond it nearly nothing.
/// </summary>
internal sealed class FrontSpeed
{
    /// <summary>The speed beyond the cut-off: a voxel costs a thousand times its size.</summary>
    public const double Floor = 1e-3;

    /// <summary>The largest cut-off, and the one of the published example.</summary>
    public const double LargestCutoff = 25;

    private const double Levels = 255;

    private readonly double _reference;

    /// <param name="reference">The lesion's intensity on the unit range.</param>
    /// <param name="cutoff">In 0 to 255 units.</param>
    public FrontSpeed(double reference, double cutoff) => (_reference, Cutoff) = (reference, cutoff);

    /// <summary>The cut-off in 0 to 255 units.</summary>
    public double Cutoff { get; }

    /// <summary>1/F at an intensity.</summary>
    public double Slowness(float intensity)
    {
        double difference = Levels * Math.Abs(_reference - intensity);
        return difference <= Cutoff ? 1 + Math.Sqrt(difference) : 1 / Floor;
    }

    /// <summary>Half the distance between two cluster centers, at most <see cref="LargestCutoff"/>, in 0 to 255 units.</summary>
    public static double HalfDistance(double lesion, double next) => Math.Min(LargestCutoff, Levels * Math.Abs(lesion - next) / 2);
}
