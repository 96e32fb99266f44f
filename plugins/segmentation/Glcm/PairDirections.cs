namespace StrokeFramework.Glcm;

/// <summary>Directions in which neighbors are paired, as in Haralick 1973 with rows running down.</summary>
[Flags]
internal enum PairDirections
{
    /// <summary>0°: along a row.</summary>
    Horizontal = 1,

    /// <summary>45°: up and to the right.</summary>
    Rising = 2,

    /// <summary>90°: along a column.</summary>
    Vertical = 4,

    /// <summary>135°: up and to the left.</summary>
    Falling = 8,

    /// <summary>All four.</summary>
    All = Horizontal | Rising | Vertical | Falling,
}
