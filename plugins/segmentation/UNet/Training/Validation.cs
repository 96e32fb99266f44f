using System.Globalization;
using StrokeFramework.Imaging;
using StrokeFramework.UNet.Images;
using StrokeFramework.UNet.Network;

namespace StrokeFramework.UNet.Training;

/// <summary>Measures the averaged weights on studies that are not trained on, voxel by voxel on the network's grid.</summary>
internal sealed class Validation(IReadOnlyList<SegmentationExample> examples, int held, UNetSettings settings)
{
    private static readonly double[] Thresholds = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], Volumes = [0, 20, 40, 80, 160];

    // Prepared once, and kept: they are looked at again and again.
    private readonly Lazy<(BrainImages Images, byte[] Truth)[]> _studies = new(() => [.. Enumerable.Range(0, held).Select(n => Prepare(examples[n], settings)).OfType<(BrainImages, byte[])>()]);

    /// <summary>Mean Dice over the studies with lesion, at the threshold of the parameters and with lesions of any size.</summary>
    public double Measure(UNetNetwork network, NetworkPlan plan, StageContext context) => Dice(Predict(network, plan, false, context), settings.Threshold, 0);

    /// <summary>Says which Dice other thresholds and smallest volumes reach.</summary>
    public void Describe(UNetNetwork network, NetworkPlan plan, StageContext context)
    {
        if (context.Log is null) return;
        List<Prediction> predicted = Predict(network, plan, settings.FlipAveraging, context);
        double voxel = Math.Pow(plan.Spacing, 3);
        string thresholds = string.Join(", ", Thresholds.Select(t => string.Create(CultureInfo.InvariantCulture, $"{Dice(predicted, t, 0):0.000} at {t:0.0}")));
        string volumes = string.Join(", ", Volumes.Select(v => string.Create(CultureInfo.InvariantCulture, $"{Dice(predicted, settings.Threshold, v / voxel):0.000} from {v} mm³")));
        double wrong = predicted.Where(p => !p.Truth.Contains((byte)1)).Sum(p => (double)p.Mask(settings.Threshold, settings.MinimumVolume / voxel).Count((byte)1)) * voxel / 1000;
        context.Log.Information(string.Create(
            CultureInfo.InvariantCulture,
            $"Mean Dice of {predicted.Count} studies held out, by threshold: {thresholds}; at {settings.Threshold} by smallest lesion: {volumes}. In those without lesion {wrong:0.00} ml were found."));
    }

    private List<Prediction> Predict(UNetNetwork network, NetworkPlan plan, bool flip, StageContext context)
    {
        var quiet = new StageContext { CancellationToken = context.CancellationToken, MaxDegreeOfParallelism = context.MaxDegreeOfParallelism };
        return [.. _studies.Value.Select(s => new Prediction(s.Images.Size, SlicePredictor.Predict(network, plan, s.Images, flip, quiet), s.Truth))];
    }

    private static double Dice(List<Prediction> predicted, double threshold, double minimumVoxels)
    {
        double[] each = [.. predicted.Where(p => p.Truth.Contains((byte)1)).Select(p => p.Dice(threshold, minimumVoxels))];
        return each.Length == 0 ? double.NaN : each.Average();
    }

    private static (BrainImages Images, byte[] Truth)? Prepare(SegmentationExample example, UNetSettings settings)
    {
        var grid = new WorkingGrid(example.Study.Geometry, settings.WorkingSpacing);
        if (BrainImages.Of(example.Study, grid, settings.Roughness) is not { } images) return null;
        float[] covered = images.Cut(grid.Bring(example.Truth.Voxels, v => v != 0 ? 1 : 0), grid.Size);
        return (images, [.. covered.Select(c => c >= 0.5f ? (byte)1 : (byte)0)]);
    }

    private sealed record Prediction(GridSize Size, float[] Probability, byte[] Truth)
    {
        public byte[] Mask(double threshold, double minimumVoxels)
        {
            byte[] mask = [.. Probability.Select(p => p >= threshold ? (byte)1 : (byte)0)];
            if (minimumVoxels > 1) ConnectedComponents.RemoveSmall(mask, Size, Connectivity.Full, minimumVoxels);
            return mask;
        }

        public double Dice(double threshold, double minimumVoxels)
        {
            byte[] mask = Mask(threshold, minimumVoxels);
            long both = 0, either = 0;
            for (int v = 0; v < mask.Length; v++)
            {
                both += mask[v] & Truth[v];
                either += mask[v] + Truth[v];
            }

            return 2.0 * both / either;
        }
    }
}
