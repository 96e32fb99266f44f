namespace StrokeFramework.Phantom;

/// <summary>How a volume's lesions change tissue: ADC falls to the lesion's, T2 rises by a factor; acute or sub-acute.</summary>
internal sealed class AcuteLesionTissue
{
    private const float AdcCell = 28;

    private readonly double _adc, _t2Factor, _variation;
    private readonly SmoothNoise _uneven;

    public AcuteLesionTissue(AcuteScene scene, AcuteLesionSettings settings, PhantomRandom random)
    {
        IsSubacute = random.Chance(settings.SubacuteChance);
        _adc = random.Uniform(IsSubacute ? settings.SubacuteAdc : settings.AcuteAdc);
        _t2Factor = random.Uniform(IsSubacute ? settings.SubacuteT2 : settings.AcuteT2);
        _variation = settings.AdcVariation;
        _uneven = scene.Noise(random.Fork(1), AdcCell);
    }

    /// <summary>Whether the lesions are sub-acute.</summary>
    public bool IsSubacute { get; }

    /// <summary>The ADC that a fully changed voxel has, in mm²/s.</summary>
    public double AdcAt(System.Numerics.Vector3 place) => _adc * (1 + (_variation * Math.Clamp(_uneven.At(place).X, -2, 2)));

    /// <summary>A tissue that has changed to a degree in [0, 1]; a lesion never raises ADC.</summary>
    public TissueProperties In(TissueProperties tissue, double adc, double change) => new(
        tissue.ProtonDensity, tissue.T2 * (1 + ((_t2Factor - 1) * change)), tissue.Adc + (change * (Math.Min(adc, tissue.Adc) - tissue.Adc)));
}
