namespace StrokeFramework.BackgroundRemoval;

/// <summary>How the threshold between background and head is found.</summary>
public enum ThresholdMethod
{
    /// <summary>A fixed fraction of full scale.</summary>
    Fixed,

    /// <summary>Otsu's threshold between the lowest mode and the rest.</summary>
    Otsu,
}
