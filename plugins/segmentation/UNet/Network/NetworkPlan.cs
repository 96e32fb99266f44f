namespace StrokeFramework.UNet.Network;

/// <summary>What has to be known to build the network: written into the model.</summary>
/// <param name="Width">Channels at the full resolution.</param>
/// <param name="Levels">Resolutions, each half of the one above.</param>
/// <param name="MaximumWidth">Most channels of a level.</param>
/// <param name="Spacing">Spacing of the grid that the network sees, in mm.</param>
internal sealed record NetworkPlan(int Width, int Levels, int MaximumWidth, double Spacing)
{
    /// <summary>Slices that the network sees at once: the one it judges, and its neighbors.</summary>
    public const int Slices = 3;

    /// <summary>Input channels: the slices of the DWI, then those of the ADC map.</summary>
    public const int Channels = 2 * Slices;

    /// <summary>Images have a multiple of this many voxels along each side.</summary>
    public int Multiple => 1 << (Levels - 1);

    /// <summary>Channels of a level, 0 the finest.</summary>
    public int WidthOf(int level) => Math.Min(MaximumWidth, Width << level);
}
