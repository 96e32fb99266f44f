namespace StrokeFramework.RCnn;

/// <summary>Which network finds lesions.</summary>
public enum DetectorMode
{
    /// <summary>Residual trunk with a feature pyramid, RoI align and a head that names and corrects boxes.</summary>
    Modern,

    /// <summary>
    /// As in the thesis: proposals of a network with a small trunk of its own, cut out of the image at 32x32 and named by a
    /// network of 15 layers.
    /// </summary>
    Thesis,
}
