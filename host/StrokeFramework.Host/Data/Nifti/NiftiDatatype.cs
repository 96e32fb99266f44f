namespace StrokeFramework.Host.Data;

/// <summary>How voxels are stored, by the codes of the NIfTI-1 standard.</summary>
public enum NiftiDatatype
{
    /// <summary>Not stated.</summary>
    Unknown = 0,

    /// <summary>One bit per voxel (refused).</summary>
    Binary = 1,

    /// <summary>Unsigned 8-bit integer.</summary>
    UInt8 = 2,

    /// <summary>Signed 16-bit integer.</summary>
    Int16 = 4,

    /// <summary>Signed 32-bit integer.</summary>
    Int32 = 8,

    /// <summary>32-bit floating point.</summary>
    Float32 = 16,

    /// <summary>Two 32-bit floating-point numbers (refused).</summary>
    Complex64 = 32,

    /// <summary>64-bit floating point.</summary>
    Float64 = 64,

    /// <summary>Three bytes of color (refused).</summary>
    Rgb24 = 128,

    /// <summary>Signed 8-bit integer.</summary>
    Int8 = 256,

    /// <summary>Unsigned 16-bit integer.</summary>
    UInt16 = 512,

    /// <summary>Unsigned 32-bit integer.</summary>
    UInt32 = 768,

    /// <summary>Signed 64-bit integer.</summary>
    Int64 = 1024,

    /// <summary>Unsigned 64-bit integer.</summary>
    UInt64 = 1280,

    /// <summary>128-bit floating point (refused).</summary>
    Float128 = 1536,

    /// <summary>Two 64-bit floating-point numbers (refused).</summary>
    Complex128 = 1792,

    /// <summary>Two 128-bit floating-point numbers (refused).</summary>
    Complex256 = 2048,

    /// <summary>Four bytes of color (refused).</summary>
    Rgba32 = 2304,
}
