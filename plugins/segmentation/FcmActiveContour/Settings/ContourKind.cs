namespace StrokeFramework.FcmActiveContour;

/// <summary>Which active contour refines the lesion cluster.</summary>
public enum ContourKind
{
    /// <summary>Without edges: inside and outside shall each be close to their own mean.</summary>
    ChanVese,

    /// <summary>On edges: a shortest curve where edges count less.</summary>
    Geodesic,
}
