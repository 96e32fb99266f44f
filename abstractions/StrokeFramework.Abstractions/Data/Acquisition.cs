namespace StrokeFramework;

/// <summary>What is known of how the images were acquired. Null means unknown; nothing is guessed.</summary>
public sealed record Acquisition
{
    /// <summary>Nothing is known.</summary>
    public static Acquisition Unknown { get; } = new();

    /// <summary>Diffusion weighting of the DWI, in s/mm².</summary>
    public double? BValue { get; init; }

    /// <summary>Bits that the scanner or file stores per sample: full scale is 2^bits - 1.</summary>
    public int? BitsStored { get; init; }

    /// <summary>Echo time, in ms.</summary>
    public double? EchoTime { get; init; }
}
