using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Network;

/// <summary>Finds boxes in a picture with a trained network.</summary>
internal static class PictureDetector
{
    private const int Before = 300, After = 64;

    /// <summary>Finds boxes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="picture">[channels, rows, columns].</param>
    /// <param name="rule">Which boxes are told.</param>
    /// <returns>The boxes, best score first.</returns>
    public static IReadOnlyList<FoundBox> Find(RCnnNetwork network, Tensor picture, DetectionRule rule)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Proposals proposals = network.Propose(network.Look(picture));
        float[] regions = network.Best(proposals, picture, Before, After);
        if (regions.Length == 0) return [];
        (Tensor logits, Tensor? codes) = network.Regions.Name(network.Regions.Read(picture, proposals.Maps, regions));
        ReadOnlySpan<float> probabilities = logits.softmax(1).Floats(), corrections = codes is null ? [] : codes.contiguous().Floats();
        int classes = network.Architecture.Classes.Count;
        List<float> boxes = [], scores = [];
        List<int> names = [];
        Span<float> code = stackalloc float[4], box = stackalloc float[4];
        for (int n = 0; n < regions.Length / 4; n++)
        {
            // Every region with every class, each with its own correction.
            for (int c = 0; c < classes; c++)
            {
                float score = probabilities[(n * (classes + 1)) + c];
                if (!(score >= rule.ScoreThreshold)) continue;
                regions.AsSpan(4 * n, 4).CopyTo(box);
                if (codes is not null)
                {
                    for (int k = 0; k < 4; k++) code[k] = corrections[(4 * ((n * classes) + c)) + k] * RegionLoss.CodeScale[k];
                    BoxCoder.Decode(code, regions.AsSpan(4 * n, 4), box);
                    RCnnNetwork.Clip(box, picture);
                }

                if (!RCnnNetwork.IsSound(box)) continue;
                foreach (float at in box) boxes.Add(at);
                scores.Add(score);
                names.Add(c);
            }
        }

        int[] kept = NonMaximumSuppression.Keep([.. boxes], [.. scores], rule.SuppressionOverlap, [.. names], rule.MaximumPerSlice);
        return [.. kept.Select(n => new FoundBox([.. boxes[(4 * n)..((4 * n) + 4)]], names[n], scores[n]))];
    }
}
