namespace StrokeFramework.Phantom;

/// <summary>What the normal brain is made of, and how much subjects differ.</summary>
public sealed record TissueSettings
{
    /// <summary>Grey matter.</summary>
    /// <value>PD 0.82, T2 100 ms, ADC 0.85·10⁻³ mm²/s.</value>
    public TissueProperties Grey { get; init; } = new(0.82, 100, 0.85e-3);

    /// <summary>White matter.</summary>
    /// <value>PD 0.70, T2 80 ms, ADC 0.75·10⁻³ mm²/s.</value>
    public TissueProperties White { get; init; } = new(0.70, 80, 0.75e-3);

    /// <summary>Cerebrospinal fluid.</summary>
    /// <value>PD 1.0, T2 1500 ms, ADC 3.0·10⁻³ mm²/s.</value>
    public TissueProperties Csf { get; init; } = new(1.0, 1500, 3.0e-3);

    /// <summary>Standard deviation between subjects of PD, T2 and ADC of each tissue, relative.</summary>
    /// <value>0.02.</value>
    public double SubjectVariation { get; init; } = 0.02;

    /// <summary>Standard deviation within one brain of grey and white matter's T2 and ADC, relative; smooth over about a centimeter.</summary>
    /// <value>0.03.</value>
    public double Texture { get; init; } = 0.03;
}
