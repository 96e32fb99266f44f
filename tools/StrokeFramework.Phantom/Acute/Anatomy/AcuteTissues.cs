using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>One brain's normal tissues: constants, their smooth variation, and hyperintense white matter.</summary>
internal sealed class AcuteTissues
{
    // Smooth fields stay within so many standard deviations: no normal tissue looks like a lesion by chance alone.
    private static readonly Vector4 Limit = new(2);

    private readonly SmoothNoise _texture;
    private readonly SmoothNoise? _patches;
    private readonly TissueProperties _grey, _white;
    private readonly Vector4 _variation;
    private readonly float _threshold, _t2Gain, _adcGain;

    public AcuteTissues(AcuteTissueSettings settings, AcuteScene scene, PhantomRandom random)
    {
        _grey = new(random.Uniform(settings.GreyProtonDensity), random.Normal(settings.GreyT2), Limited(settings.GreyAdc, settings.GreyAdcLimits));
        _white = new(random.Uniform(settings.WhiteProtonDensity), random.Normal(settings.WhiteT2), Limited(settings.WhiteAdc, settings.WhiteAdcLimits));
        Csf = new(random.Uniform(settings.CsfRecovery), random.Uniform(settings.CsfT2), random.Uniform(settings.CsfAdc));
        _variation = new(
            (float)random.Uniform(settings.T2Variation), (float)random.Uniform(settings.T2Variation),
            (float)random.Uniform(settings.AdcVariation), (float)random.Uniform(settings.AdcVariation));
        _texture = scene.Noise(random.Fork(1), (float)settings.VariationCell);
        if (!random.Chance(settings.HyperintensityChance)) return;
        _patches = scene.Noise(random.Fork(2), (float)settings.VariationCell);
        _threshold = (float)random.Uniform(1, 2.2);
        (_t2Gain, _adcGain) = ((float)random.Uniform(settings.HyperintensityGain), (float)random.Uniform(settings.HyperintensityGain));

        double Limited(NormalSpread spread, ParameterRange limits) => Math.Clamp(random.Normal(spread), limits.From, limits.To);
    }

    /// <summary>CSF, the same everywhere.</summary>
    public TissueProperties Csf { get; }

    /// <summary>Grey and white matter at a place.</summary>
    /// <param name="place">In mm from the grid's first corner.</param>
    /// <param name="whiteShare">Fraction of white matter there: only white matter becomes hyperintense.</param>
    public (TissueProperties Grey, TissueProperties White) At(Vector3 place, float whiteShare)
    {
        Vector4 factor = Vector4.One + (_variation * Vector4.Clamp(_texture.At(place), -Limit, Limit));
        TissueProperties grey = new(_grey.ProtonDensity, _grey.T2 * factor.X, _grey.Adc * factor.Z);
        TissueProperties white = new(_white.ProtonDensity, _white.T2 * factor.Y, _white.Adc * factor.W);
        if (_patches is null || whiteShare == 0) return (grey, white);
        float patch = Math.Clamp(_patches.At(place).X - _threshold, 0, 1) * whiteShare;
        return (grey, new(white.ProtonDensity, white.T2 * (1 + (_t2Gain * patch)), white.Adc * (1 + (_adcGain * patch))));
    }
}
