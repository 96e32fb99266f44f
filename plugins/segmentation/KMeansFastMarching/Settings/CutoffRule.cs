namespace StrokeFramework.KMeansFastMarching;

/// <summary>How far from the lesion's intensity the front still moves freely.</summary>
public enum CutoffRule
{
    /// <summary>Half the distance to the next cluster center, at most 25 of 255.</summary>
    HalfDistance,

    /// <summary>25 of 255 and a late arrival threshold, as in published examples of the MATLAB toolbox.</summary>
    MatlabExample,
}
