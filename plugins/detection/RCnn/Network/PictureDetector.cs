using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Network;

/// <summary>Finds boxes in a picture with a trained network.</summary>
internal static class PictureDetector
{
    private const int Before = 300, After = 64;
    private const float LeastSize = 1;

    /// <summary>Finds boxes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="picture">[channels, rows, columns].</param>
    /// <param name="rule">Which boxes are told.</param>
    /// <returns>The boxes, best score first.</returns>
    public static IReadOnlyList<FoundBox> Find(RCnnNetwork network, Tensor picture, DetectionRule rule)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor batch = picture.unsqueeze(0);
        Proposals proposals = network.Propose(batch);
        Tensor regions = RCnnNetwork.Best(proposals, batch, Before, After);
        if (regions.shape[0] == 0) return [];
        (Tensor logits, Tensor? codes) = network.Look(batch, proposals, regions);
        int classes = network.Architecture.Classes.Count;
        Tensor scores = logits.softmax(1).narrow(1, 0, classes);
        // Every region with every class, each with its own correction.
        Tensor references = regions.unsqueeze(1).expand(-1, classes, -1).reshape(-1, 4);
        Tensor boxes = codes is null ? references : RCnnNetwork.Clip(BoxCoder.Decode(codes.reshape(-1, 4) * RegionLoss.CodeScale(), references), batch);
        Tensor flat = scores.reshape(-1), names = TensorMath.Counting(classes, ScalarType.Int64).repeat(regions.shape[0]);
        Tensor wide = boxes.narrow(1, 2, 2).Minus(boxes.narrow(1, 0, 2)).amin([1]).IsAtLeast(LeastSize);
        Tensor chosen = flat.IsAtLeast(rule.ScoreThreshold).logical_and(flat.isfinite()).logical_and(wide).nonzero().flatten();
        if (chosen.shape[0] == 0) return [];
        (boxes, flat, names) = (boxes.index_select(0, chosen), flat.index_select(0, chosen), names.index_select(0, chosen));
        Tensor kept = NonMaximumSuppression.KeepPerClass(boxes, flat, names, rule.SuppressionOverlap);
        kept = kept.narrow(0, 0, Math.Min(rule.MaximumPerSlice, kept.shape[0]));
        float[] at = [.. boxes.index_select(0, kept).data<float>()], how = [.. flat.index_select(0, kept).data<float>()];
        long[] what = [.. names.index_select(0, kept).data<long>()];
        return [.. what.Select((c, n) => new FoundBox(at[(4 * n)..((4 * n) + 4)], (int)c, how[n]))];
    }
}
