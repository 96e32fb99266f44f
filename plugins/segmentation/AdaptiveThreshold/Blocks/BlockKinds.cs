namespace StrokeFramework.AdaptiveThreshold.Blocks;

/// <summary>What a block is taken for. A block can stand out on both sides.</summary>
[Flags]
internal enum BlockKinds
{
    /// <summary>Too little brain.</summary>
    None = 0,

    /// <summary>Stands out on neither side.</summary>
    Normal = 1,

    /// <summary>Has bright voxels that others have not.</summary>
    Hyper = 2,

    /// <summary>Has dark voxels that others have not.</summary>
    Hypo = 4,
}
