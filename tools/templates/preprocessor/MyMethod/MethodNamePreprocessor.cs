namespace MethodName;

/// <summary>Maps two percentiles of the brain's intensities to 0 and 1, and clips what lies beyond.</summary>
[Stage("my-method", "1.0.0",
    Title = "Percentile clip",
    Description = "Maps two percentiles of the brain's intensities to 0 and 1, and clips what lies beyond.",
    Citation = "Nyúl & Udupa 1999, doi:10.1002/(SICI)1522-2594(199912)42:6<1072::AID-MRM11>3.0.CO;2-M (percentiles as landmarks of intensity)",
    Needs = StudyTraits.BrainMask,
    Provides = StudyTraits.UnitIntensity)]
public sealed class MethodNamePreprocessor : Preprocessor<MethodNamePreprocessor.Settings>
{
    /// <summary>The parameters.</summary>
    public sealed record Settings
    {
        /// <summary>The percentile that becomes 0.</summary>
        [Description("The percentile of the brain's intensities that becomes 0."), Range(0, 100), Unit("%")]
        public double Lower { get; init; } = 1;

        /// <summary>The percentile that becomes 1.</summary>
        [Description("The percentile of the brain's intensities that becomes 1."), Range(0, 100), Unit("%")]
        public double Upper { get; init; } = 99.9;
    }

    /// <inheritdoc/>
    public override DiffusionStudy Process(DiffusionStudy study, StageContext context)
    {
        ReadOnlySpan<float> dwi = study.Dwi.Span;
        ReadOnlySpan<byte> brain = study.BrainMask!.Span;
        List<float> inside = [];
        for (int v = 0; v < dwi.Length; v++)
        {
            if (brain[v] != 0 && float.IsFinite(dwi[v])) inside.Add(dwi[v]);
        }

        if (inside.Count == 0) throw new StageException("The brain mask holds no usable voxel, so there are no percentiles to scale by.");
        float[] values = [.. inside];
        double low = RobustStatistics.Quantile(values, Parameters.Lower / 100), high = RobustStatistics.Quantile(values, Parameters.Upper / 100);
        if (!(high > low)) throw new StageException($"The brain has the same intensity {low} at both percentiles, so there is nothing to scale.");

        var result = new float[dwi.Length];
        for (int v = 0; v < result.Length; v++)
        {
            if (!float.IsNaN(dwi[v])) result[v] = (float)Math.Clamp((dwi[v] - low) / (high - low), 0, 1);
        }

        return study.WithDwi(new Volume<float>(study.Geometry, result), unitIntensity: true);
    }

    /// <inheritdoc/>
    protected override void CheckSettings(Settings settings)
    {
        if (!(settings.Lower < settings.Upper)) throw new ArgumentException("'lower' should be below 'upper'.", nameof(settings));
    }
}
