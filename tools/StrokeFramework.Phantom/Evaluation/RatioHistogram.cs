namespace StrokeFramework.Phantom;

/// <summary>A histogram of DWI intensity relative to normal brain.</summary>
/// <param name="BinWidth">Width of a bin; the first starts at 0 and the last takes everything beyond.</param>
/// <param name="Shares">Share of voxels per bin; sums to 1 unless empty.</param>
public sealed record RatioHistogram(double BinWidth, IReadOnlyList<double> Shares)
{
    /// <summary>The lower edge of a bin.</summary>
    public double EdgeOf(int bin) => bin * BinWidth;
}
