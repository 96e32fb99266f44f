namespace StrokeFramework.AdaptiveThreshold;

/// <summary>How the threshold is read off the superimposed envelopes.</summary>
public enum ThresholdRule
{
    /// <summary>Where the envelope of abnormal blocks overtakes that of normal ones.</summary>
    Crossing,

    /// <summary>Where the envelope of abnormal blocks gains most on that of normal ones.</summary>
    SteepestRise,
}
