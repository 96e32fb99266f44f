using StrokeFramework.Conformance.Inputs;

namespace StrokeFramework.Conformance;

/// <summary>How preprocessors are checked.</summary>
internal sealed class PreprocessorDriver(StudyTraits needs, StudyTraits provides) : ImageDriver(needs)
{
    public override object? Run(IStage stage, StageInput input, StageContext context) => ((IPreprocessor)stage).Process(input.Study!, context);

    public override string? DescribeFault(IStage stage, StageInput input, object? output)
    {
        if (output is not DiffusionStudy study) return "It returned nothing.";
        if (DescribeGrid(input, study.Geometry) is { } elsewhere) return elsewhere;
        StudyTraits missing = provides & ~study.Traits;
        if (missing != 0) return $"It declares that it provides {missing}, and the study it gave has none.";
        if (study.BrainMask?.Span.ContainsAnyExceptInRange((byte)0, (byte)1) == true) return "The brain mask holds a value other than 0 and 1.";
        if (!study.HasUnitIntensity) return null;
        foreach (float value in study.Dwi.Span)
        {
            // A voxel that was not finite may stay so.
            if (float.IsFinite(value) && value is (< 0 or > 1)) return FormattableString.Invariant($"It says that intensities lie on the unit range, and a voxel is {value}.");
        }

        return null;
    }
}
