namespace StrokeFramework.Normalization;

/// <summary>How the scale is found.</summary>
public enum NormalizationMode
{
    /// <summary>The most frequent intensity of normal brain goes to the reference level.</summary>
    Reference,

    /// <summary>The largest number that the stored bits can hold goes to 1.</summary>
    BitDepth,
}
