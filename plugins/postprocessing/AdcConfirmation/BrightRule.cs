namespace StrokeFramework.AdcConfirmation;

/// <summary>What becomes of bright candidates.</summary>
public enum BrightRule
{
    /// <summary>Kept only where diffusion is restricted: acute infarcts.</summary>
    Restricted,

    /// <summary>Kept as they are: sub-acute infarcts are bright through T2 at a normal ADC.</summary>
    Any,
}
