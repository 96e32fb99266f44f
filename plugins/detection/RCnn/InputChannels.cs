namespace StrokeFramework.RCnn;

/// <summary>Which images the network sees.</summary>
public enum InputChannels
{
    /// <summary>The DWI alone.</summary>
    Dwi,

    /// <summary>DWI and ADC map.</summary>
    DwiAdc,

    /// <summary>DWI, ADC map and b0 image.</summary>
    DwiAdcB0,
}
