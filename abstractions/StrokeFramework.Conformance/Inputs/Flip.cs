namespace StrokeFramework.Conformance.Inputs;

/// <summary>Mirrors studies left to right on their own grid.</summary>
internal static class Flip
{
    /// <summary>Whether everything in an input has a mirror image.</summary>
    public static bool CanFlip(StageInput input) => input is { Study: not null, Lesions: null, Training: null, Examples: null };

    public static StageInput Of(StageInput input)
    {
        DiffusionStudy study = input.Study!, flipped = study.WithDwi(Of(study.Dwi), study.HasUnitIntensity);
        if (study.Adc is { } adc) flipped = flipped.WithAdc(Of(adc));
        if (study.B0 is { } b0) flipped = flipped.WithB0(Of(b0));
        if (study.BrainMask is { } mask) flipped = flipped.WithBrainMask(Of(mask));
        return input with { Study = flipped, Segmentation = input.Segmentation is { } s ? new(Of(s.Labels)) : null };
    }

    public static Volume<T> Of<T>(Volume<T> volume)
        where T : unmanaged
    {
        GridSize size = volume.Size;
        int axis = volume.Geometry.LeftRightAxis;
        var result = new T[volume.Span.Length];
        for (int k = 0; k < size.K; k++)
        {
            for (int j = 0; j < size.J; j++)
            {
                for (int i = 0; i < size.I; i++)
                {
                    int from = size.IndexOf(axis == 0 ? size.I - 1 - i : i, axis == 1 ? size.J - 1 - j : j, axis == 2 ? size.K - 1 - k : k);
                    result[size.IndexOf(i, j, k)] = volume.Span[from];
                }
            }
        }

        return new(volume.Geometry, result);
    }
}
