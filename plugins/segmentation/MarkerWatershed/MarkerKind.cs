namespace StrokeFramework.MarkerWatershed;

/// <summary>What a voxel is before the flood.</summary>
internal static class MarkerKind
{
    /// <summary>The flood decides.</summary>
    public const byte None = 0;

    /// <summary>Inside a region that may be a lesion.</summary>
    public const byte Internal = 1;

    /// <summary>No lesion.</summary>
    public const byte External = 2;
}
