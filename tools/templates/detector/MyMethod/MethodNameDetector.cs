namespace MethodName;

/// <summary>Boxes the bright regions of each slice; how bright is learned from boxes.</summary>
[Stage("my-method", "1.0.0",
    Title = "Bright boxes",
    Description = "Boxes the bright regions of each slice, above the threshold that finds the training boxes best.",
    Citation = "Rosenfeld & Pfaltz 1966, doi:10.1145/321356.321357 (connected components); Everingham et al. 2010, doi:10.1007/s11263-009-0275-4 (overlap of boxes)",
    Needs = StudyTraits.UnitIntensity | StudyTraits.BrainMask)]
public sealed class MethodNameDetector : Detector<MethodNameDetector.Settings>
{
    private const int Candidates = 40;

    /// <summary>The parameters.</summary>
    public sealed record Settings
    {
        /// <summary>Smallest region.</summary>
        [Description("Smallest region of a slice that gets a box."), Range(0, 10_000), Unit("mm²")]
        public double MinimumArea { get; init; } = 25;

        /// <summary>Overlap that counts as found.</summary>
        [Description("Intersection over union from which a box counts as found in training."), Range(0.05, 1)]
        public double Overlap { get; init; } = 0.5;
    }

    /// <inheritdoc/>
    public override IDetectorModel Train(IReadOnlyList<DetectionExample> examples, StageContext context)
    {
        Detection[] truth = [.. examples.SelectMany(e => e.Truth)];
        if (truth.Length == 0) throw new StageException("Training needs studies with boxes, and none has one.");

        string[] classes = [.. truth.Select(t => t.Label).Distinct().Order(StringComparer.Ordinal)];
        string usual = classes.MaxBy(c => truth.Count(t => t.Label == c))!;
        var scores = new double[Candidates];
        context.For(0, Candidates, n => scores[n] = F1(examples, ThresholdOf(n), context.CancellationToken));
        int best = Array.IndexOf(scores, scores.Max());
        context.Log?.Information($"The threshold {ThresholdOf(best)} finds the training boxes with an F1 of {scores[best]:0.00}.");
        return new MethodNameModel(ThresholdOf(best), Parameters.MinimumArea, usual);
    }

    /// <inheritdoc/>
    public override IDetectorModel Load(Stream stream) => MethodNameModel.Read(stream);

    private static double ThresholdOf(int candidate) => (candidate + 1.0) / (Candidates + 1);

    /// <summary>Twice the boxes found over all boxes, true and made; each true box is found once at most.</summary>
    private double F1(IReadOnlyList<DetectionExample> examples, double threshold, CancellationToken cancellation)
    {
        int found = 0, all = 0;
        foreach (DetectionExample example in examples)
        {
            List<SliceBox> open = [.. example.Truth.Select(t => t.Box)];
            List<(SliceBox Box, double Score)> made = BrightBoxes.Find(example.Study, threshold, Parameters.MinimumArea, cancellation);
            all += open.Count + made.Count;
            foreach ((SliceBox box, _) in made)
            {
                int match = open.FindIndex(t => BrightBoxes.Overlap(t, box) >= Parameters.Overlap);
                if (match < 0) continue;
                open.RemoveAt(match);
                found++;
            }
        }

        return 2.0 * found / all;
    }
}
