using System.Globalization;
using StrokeFramework.UNet.Images;
using StrokeFramework.UNet.Network;

namespace StrokeFramework.UNet.Training;

/// <summary>Measures the averaged weights on studies that are not trained on, voxel by voxel on the network's grid.</summary>
internal sealed class Validation(IReadOnlyList<SegmentationExample> examples, int held, UNetSettings settings)
{
    private static readonly double[] Thresholds = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

    // Prepared once, and kept: they are looked at again and again.
    private readonly Lazy<(BrainImages Images, byte[] Truth)[]> _studies = new(() => [.. Enumerable.Range(0, held).Select(n => Prepare(examples[n], settings)).OfType<(BrainImages, byte[])>()]);

    /// <summary>Mean Dice over the studies with lesion, at the threshold of the parameters.</summary>
    public double Measure(UNetNetwork network, NetworkPlan plan, StageContext context) => Dice(Predict(network, plan, false, context), settings.Threshold);

    /// <summary>Says which Dice other thresholds reach.</summary>
    public void Describe(UNetNetwork network, NetworkPlan plan, StageContext context)
    {
        if (context.Log is null) return;
        List<(float[] Probability, byte[] Truth)> predicted = Predict(network, plan, settings.FlipAveraging, context);
        string figures = string.Join(", ", Thresholds.Select(t => string.Create(CultureInfo.InvariantCulture, $"{Dice(predicted, t):0.000} at {t:0.0}")));
        double false_ = predicted.Where(p => !p.Truth.Contains((byte)1)).Sum(p => p.Probability.Count(v => v >= settings.Threshold)) * Math.Pow(plan.Spacing, 3) / 1000;
        context.Log.Information(string.Create(CultureInfo.InvariantCulture, $"Mean Dice of {predicted.Count} studies held out, by threshold: {figures}; {false_:0.00} ml in those without lesion."));
    }

    private List<(float[] Probability, byte[] Truth)> Predict(UNetNetwork network, NetworkPlan plan, bool flip, StageContext context)
    {
        var quiet = new StageContext { CancellationToken = context.CancellationToken, MaxDegreeOfParallelism = context.MaxDegreeOfParallelism };
        return [.. _studies.Value.Select(s => (SlicePredictor.Predict(network, plan, s.Images, flip, quiet), s.Truth))];
    }

    private static double Dice(List<(float[] Probability, byte[] Truth)> predicted, double threshold)
    {
        double sum = 0;
        int count = 0;
        foreach ((float[] probability, byte[] truth) in predicted)
        {
            long both = 0, either = 0;
            for (int v = 0; v < truth.Length; v++)
            {
                int found = probability[v] >= threshold ? 1 : 0;
                both += found & truth[v];
                either += found + truth[v];
            }

            if (!truth.Contains((byte)1)) continue;
            sum += 2.0 * both / either;
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private static (BrainImages Images, byte[] Truth)? Prepare(SegmentationExample example, UNetSettings settings)
    {
        var grid = new WorkingGrid(example.Study.Geometry, settings.WorkingSpacing);
        if (BrainImages.Of(example.Study, grid) is not { } images) return null;
        float[] covered = images.Cut(grid.Bring(example.Truth.Voxels, v => v != 0 ? 1 : 0), grid.Size);
        return (images, [.. covered.Select(c => c >= 0.5f ? (byte)1 : (byte)0)]);
    }
}
