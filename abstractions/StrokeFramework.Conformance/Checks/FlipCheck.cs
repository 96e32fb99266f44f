using StrokeFramework.Conformance.Inputs;

namespace StrokeFramework.Conformance.Checks;

/// <summary>Whether a mirrored study gives the mirrored result, for stages that declare it.</summary>
internal static class FlipCheck
{
    private const float Tolerance = 1e-5f;

    public static CheckFailure? Run(Bench bench)
    {
        StageInput input = bench.Driver.Usual();
        IStage stage = bench.Subject.Create();
        const string expected = "A study mirrored left to right gives the mirrored result, as FlipEquivariant in the [Stage] attribute declares.";
        const string mend = "Find what depends on the order of voxels, or declare nothing.";
        if (!Flip.CanFlip(input)) return new(expected, "Its kind takes or gives something that has no mirror image.", "Declare nothing.");
        object plain = bench.Answer(stage, input), mirrored = bench.Answer(stage, Flip.Of(input));
        return (plain, mirrored) switch
        {
            (DiffusionStudy a, DiffusionStudy b) => Compare(Flip.Of(a.Dwi), b.Dwi) ?? Compare(a.BrainMask is null ? null : Flip.Of(a.BrainMask), b.BrainMask),
            (Segmentation a, Segmentation b) => Compare(Flip.Of(a.Labels), b.Labels) ?? Compare(a.Probability is null ? null : Flip.Of(a.Probability), b.Probability),
            _ => null,
        };

        static CheckFailure? Compare<T>(Volume<T>? wanted, Volume<T>? given)
            where T : unmanaged
        {
            if (wanted is null && given is null) return null;
            if (wanted is null || given is null) return new(expected, "It gave an image of one of the two alone.", mend);
            int differing = 0;
            for (int v = 0; v < wanted.Span.Length; v++)
            {
                if (!Same(wanted.Span[v], given.Span[v])) differing++;
            }

            return differing == 0 ? null : new(expected, $"{differing} of {wanted.Span.Length} voxels differ.", mend);
        }

        static bool Same<T>(T a, T b) =>
            (a, b) is (float x, float y) ? x.Equals(y) || Math.Abs(x - y) <= Tolerance * Math.Max(1, Math.Abs(x)) : EqualityComparer<T>.Default.Equals(a, b);
    }
}
