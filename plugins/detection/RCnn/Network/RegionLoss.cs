using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Network;

/// <summary>What a network still gets wrong on a picture: the losses of Ren et al. 2015.</summary>
internal static class RegionLoss
{
    private const double AnchorPositive = 0.7, AnchorNegative = 0.3, RegionPositive = 0.5;

    // Ren et al. divide by all that were chosen; most pictures have one or two small lesions, and boxes would hardly be learned.
    private const double ProposalUnit = 16;
    private const int Anchors = 64, Regions = 48, Shaken = 6, Before = 300, After = 128;
    private const double AnchorShare = 0.5, RegionShare = 0.5, ProposalBend = 1.0 / 9, LargestShake = 0.2;

    /// <summary>
    /// Corrections of regions are small and are said in these units (a tenth of the extent, a fifth of the logarithm), so that
    /// errors of all parts weigh alike.
    /// </summary>
    public static Tensor CodeScale() => tensor([0.1f, 0.1f, 0.2f, 0.2f]);

    /// <summary>Computes the losses.</summary>
    /// <param name="network">The network.</param>
    /// <param name="picture">[channels, rows, columns].</param>
    /// <param name="truth">[m, 4], in pixels.</param>
    /// <param name="labels">The class of each.</param>
    /// <param name="negativeOverlap">Regions below this overlap are background.</param>
    /// <param name="random">Chooses anchors and regions.</param>
    /// <param name="cancellation">Looked at between the parts.</param>
    public static LossParts Of(RCnnNetwork network, Tensor picture, Tensor truth, long[] labels, double negativeOverlap, Random random, CancellationToken cancellation)
    {
        Tensor batch = picture.unsqueeze(0);
        Proposals proposals = network.Propose(batch);
        cancellation.ThrowIfCancellationRequested();

        int[] assigned = BoxAssignment.Assign(proposals.Anchors, truth, AnchorPositive, AnchorNegative, best: true);
        (long[] positive, long[] negative) = BoxSampler.Choose(assigned, Anchors, AnchorShare, random);
        Tensor chosen = tensor([.. positive, .. negative], dtype: ScalarType.Int64);
        Tensor objects = cat([ones(positive.Length), zeros(negative.Length)], 0);
        Tensor objectness = nn.functional.binary_cross_entropy_with_logits(proposals.Objectness.index_select(0, chosen), objects);
        Tensor proposalBox = Correction(
            proposals.Codes, 1, proposals.Anchors, truth, positive, [.. positive.Select(p => (long)assigned[p])], null, ProposalBend).Over(ProposalUnit);

        Tensor regions = cat([RCnnNetwork.Best(proposals, batch, Before, After), truth, Shake(truth, random)], 0);
        if (regions.shape[0] == 0) return new(objectness, proposalBox, zeros(1).sum(), zeros(1).sum());
        assigned = BoxAssignment.Assign(regions, truth, RegionPositive, negativeOverlap, best: false);
        (positive, negative) = BoxSampler.Choose(assigned, Regions, RegionShare, random);
        if (positive.Length + negative.Length == 0) return new(objectness, proposalBox, zeros(1).sum(), zeros(1).sum());
        regions = regions.index_select(0, tensor([.. positive, .. negative], dtype: ScalarType.Int64));
        (Tensor logits, Tensor? codes) = network.Look(batch, proposals, regions);
        long background = logits.shape[1] - 1;
        long[] names = [.. positive.Select(p => labels[assigned[p]]), .. negative.Select(_ => background)];
        Tensor naming = nn.functional.cross_entropy(logits, tensor(names, dtype: ScalarType.Int64));
        Tensor box = codes is null
            ? zeros(1).sum()
            : Correction(codes.reshape(-1, 4), (int)background, regions, truth, [.. Enumerable.Range(0, positive.Length).Select(n => (long)n)], [.. positive.Select(p => (long)assigned[p])], names, 1, CodeScale()).Over(names.Length);
        return new(objectness, proposalBox, naming, box);
    }

    // Few proposals lie on a small lesion, and early in training none: true boxes shifted and stretched a little stand in.
    private static Tensor Shake(Tensor truth, Random random)
    {
        int count = (int)truth.shape[0] * Shaken;
        if (count == 0) return empty(0, 4);
        float[] codes = [.. Enumerable.Range(0, 4 * count).Select(_ => (float)(LargestShake * ((2 * random.NextDouble()) - 1)))];
        return BoxCoder.Decode(tensor(codes).reshape(-1, 4), truth.repeat(Shaken, 1));
    }

    /// <summary>The summed error of the corrections of those that stand for a true box.</summary>
    private static Tensor Correction(Tensor codes, int classes, Tensor references, Tensor truth, long[] rows, long[] of, long[]? names, double bend, Tensor? scale = null)
    {
        if (rows.Length == 0) return codes.narrow(0, 0, 0).sum();
        long[] places = [.. rows.Select((r, n) => (r * classes) + (names?[n] ?? 0))];
        Tensor said = codes.index_select(0, tensor(places, dtype: ScalarType.Int64));
        Tensor wanted = BoxCoder.Encode(truth.index_select(0, tensor(of, dtype: ScalarType.Int64)), references.index_select(0, tensor(rows, dtype: ScalarType.Int64))).detach();
        if (scale is not null) wanted = wanted / scale;
        return nn.functional.smooth_l1_loss(said, wanted, nn.Reduction.Sum, bend);
    }
}
