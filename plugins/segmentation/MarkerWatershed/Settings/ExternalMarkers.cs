namespace StrokeFramework.MarkerWatershed;

/// <summary>Where the watershed's markers of what is no lesion lie.</summary>
public enum ExternalMarkers
{
    /// <summary>Brain whose smoothed intensity is that of normal tissue.</summary>
    NormalTissue,

    /// <summary>Lines midway between the objects that Otsu's threshold finds in a slice.</summary>
    RidgeLines,
}
