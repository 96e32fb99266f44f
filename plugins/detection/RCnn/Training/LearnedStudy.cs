using StrokeFramework.RCnn.Images;

namespace StrokeFramework.RCnn.Training;

/// <summary>What is kept of a study to learn from.</summary>
/// <param name="WithBoxes">Its slices with a lesion.</param>
/// <param name="WithoutBoxes">Some of its slices without one.</param>
/// <param name="WithoutInAll">How many slices without one it has.</param>
internal sealed record LearnedStudy(IReadOnlyList<SliceExample> WithBoxes, IReadOnlyList<SliceExample> WithoutBoxes, int WithoutInAll)
{
    private const int LeastWithout = 4;
    private const float SmallestBox = 0.1f;

    /// <summary>Its slices as networks are judged by them: those without a lesion stand for all that there are.</summary>
    public IEnumerable<JudgedSlice> Judged() =>
        WithBoxes.Select(s => new JudgedSlice(s, 1)).Concat(WithoutBoxes.Select(s => new JudgedSlice(s, (double)WithoutInAll / WithoutBoxes.Count)));

    /// <summary>Takes from a study every slice with a lesion and about as many without.</summary>
    /// <param name="example">The study with its true boxes.</param>
    /// <param name="architecture">What the network sees and names.</param>
    /// <param name="random">Chooses slices without a lesion.</param>
    /// <param name="cancellation">Looked at for every slice.</param>
    /// <exception cref="StageException">An image is missing, or a box has a class that the network does not name.</exception>
    public static LearnedStudy Of(DetectionExample example, Network.Architecture architecture, Random random, CancellationToken cancellation)
    {
        NetworkThreads.Use(1);
        if (StudySlices.Of(example.Study, architecture.Channels, architecture.Spacing, architecture.Slices) is not { } slices) return new([], [], 0);
        ILookup<int, Detection> truth = example.Truth.ToLookup(d => d.Box.Slice);
        int[] without = [.. Enumerable.Range(0, slices.Size.K).Where(k => !truth.Contains(k))];
        random.Shuffle(without);
        int[] with = [.. Enumerable.Range(0, slices.Size.K).Where(truth.Contains)];
        int kept = Math.Min(without.Length, Math.Max(LeastWithout, with.Length));
        return new([.. with.Select(Keep).Where(s => s.Labels.Length > 0)], [.. without.Take(kept).Order().Select(Keep)], without.Length);

        SliceExample Keep(int k)
        {
            cancellation.ThrowIfCancellationRequested();
            List<float> boxes = [];
            List<long> labels = [];
            foreach (Detection lesion in truth[k])
            {
                float[] box = slices.Frame.ToPixels(lesion.Box);
                if (!(box[2] - box[0] > SmallestBox && box[3] - box[1] > SmallestBox)) continue; // nothing can be said of a box without extent
                boxes.AddRange(box);
                labels.Add(ClassOf(lesion.Label, architecture.Classes));
            }

            using Tensor picture = slices.Picture(k);
            return SliceExample.Of(picture, [.. boxes], [.. labels]);
        }
    }

    private static int ClassOf(string label, IReadOnlyList<string> classes)
    {
        for (int c = 0; c < classes.Count; c++)
        {
            if (string.Equals(classes[c], label, StringComparison.Ordinal)) return c;
        }

        throw new StageException($"A true box is of the class '{label}', and this detector names {string.Join(", ", classes)}. Give every lesion one of these.");
    }
}
