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
        Tensor both = (probability * truth).sum([1, 2]), found = probability.sum([1, 2]), there = truth.sum([1, 2]);
        Tensor batch = 1 - (((2 * both.sum()) + BatchSmoothing) / (found.sum() + there.sum() + BatchSmoothing));
        Tensor perSlice = 1 - (((2 * both) + SliceSmoothing) / (found + there + SliceSmoothing));
        Tensor counts = (there > 0).to(perSlice.dtype);
        return new(entropy, batch, (perSlice * counts).sum() / counts.sum().clamp_min(1));
    }

    /// <summary>The weighted sum of the parts.</summary>
    public Tensor Total(UNetSettings settings) =>
        (settings.CrossEntropyWeight * CrossEntropy) + (settings.BatchDiceWeight * BatchDice) + (settings.SliceDiceWeight * SliceDice);
}
