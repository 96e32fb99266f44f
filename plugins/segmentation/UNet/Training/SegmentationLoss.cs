using StrokeFramework.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.UNet.Training;

/// <summary>Cross-entropy, one minus the soft Dice of a batch, and one minus that of each slice with lesion (Milletari et al. 2016).</summary>
/// <param name="CrossEntropy">Mean cross-entropy of the voxels.</param>
/// <param name="BatchDice">One minus the Dice of all slices together.</param>
/// <param name="SliceDice">Mean of one minus the Dice of the slices with lesion; 0 when there is none.</param>
internal sealed record SegmentationLoss(Tensor CrossEntropy, Tensor BatchDice, Tensor SliceDice)
{
    // Keep the ratios defined, and of little slope, where there is next to no lesion; in voxels.
    private const double BatchSmoothing = 1, SliceSmoothing = 3;

    /// <summary>The parts of the loss. They belong to the caller's dispose scope.</summary>
    /// <param name="logits">Slices, rows, columns.</param>
    /// <param name="truth">1 where there is lesion.</param>
    /// <param name="lesionWeight">Weight of a voxel of lesion in the cross-entropy.</param>
    public static SegmentationLoss Of(Tensor logits, Tensor truth, Tensor lesionWeight)
    {
        Tensor entropy = nn.functional.binary_cross_entropy_with_logits(logits, truth, pos_weights: lesionWeight);
        Tensor probability = logits.sigmoid();
        Tensor both = probability.mul(truth).sum([1, 2]), found = probability.sum([1, 2]), there = truth.sum([1, 2]);
        Tensor batch = OneMinusDice(both.sum(), found.sum(), there.sum(), BatchSmoothing);
        Tensor counts = there.IsAbove(0).to(logits.dtype);
        Tensor slices = OneMinusDice(both, found, there, SliceSmoothing).mul(counts).sum().div(counts.sum().AtLeast(1));
        return new(entropy, batch, slices);
    }

    /// <summary>The weighted sum of the parts.</summary>
    public Tensor Total(UNetSettings settings) =>
        CrossEntropy.Times(settings.CrossEntropyWeight).Plus(BatchDice.Times(settings.BatchDiceWeight)).Plus(SliceDice.Times(settings.SliceDiceWeight));

    private static Tensor OneMinusDice(Tensor both, Tensor found, Tensor there, double smoothing) =>
        both.Times(2).Plus(smoothing).div(found.Plus(there).Plus(smoothing)).Times(-1).Plus(1);
}
