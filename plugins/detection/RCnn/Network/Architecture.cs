namespace StrokeFramework.RCnn.Network;

/// <summary>All that decides a network's layers and what its numbers mean. It stands in the model.</summary>
/// <param name="Mode">Which network.</param>
/// <param name="Channels">What it sees.</param>
/// <param name="Spacing">Pixel spacing in mm.</param>
/// <param name="AnchorSizes">Square roots of the anchors' areas in mm, rising.</param>
/// <param name="Width">Channels of the finest level of the trunk.</param>
/// <param name="Classes">What it names, in ordinal order.</param>
/// <param name="Slices">How many slices it sees at once: the one it judges, or that and its two neighbors. Models that do not say have one.</param>
internal sealed record Architecture(DetectorMode Mode, InputChannels Channels, double Spacing, IReadOnlyList<double> AnchorSizes, int Width, IReadOnlyList<string> Classes, int Slices = 1)
{
    /// <summary>Whether two networks have the same layers with the same meaning.</summary>
    public bool Fits(Architecture other) =>
        Mode == other.Mode && Channels == other.Channels && Spacing == other.Spacing && Width == other.Width && Slices == other.Slices
        && AnchorSizes.SequenceEqual(other.AnchorSizes) && Classes.SequenceEqual(other.Classes);
}
