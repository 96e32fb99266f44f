namespace StrokeFramework.BackgroundRemoval;

/// <summary>How holes in the mask are filled.</summary>
public enum HoleFillingMode
{
    /// <summary>In every slice as a picture: also where a ventricle is open towards a neighboring slice.</summary>
    Slices,

    /// <summary>In 3-D: only cavities that are closed on all sides.</summary>
    Volume,

    /// <summary>Not at all.</summary>
    None,
}
