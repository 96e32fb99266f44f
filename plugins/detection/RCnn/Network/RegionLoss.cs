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
    public static ReadOnlySpan<float> CodeScale => [0.1f, 0.1f, 0.2f, 0.2f];

    /// <summary>Computes the losses and adds their derivatives to those of the network's weights.</summary>
    /// <param name="network">The network.</param>
    /// <param name="picture">[channels, rows, columns].</param>
    /// <param name="truth">Four numbers a box, in pixels.</param>
    /// <param name="labels">The class of each.</param>
    /// <param name="negativeOverlap">Regions below this overlap are background.</param>
    /// <param name="share">What the derivatives are multiplied by.</param>
    /// <param name="random">Chooses anchors and regions.</param>
    /// <param name="cancellation">Looked at between the parts.</param>
    public static LossParts Learn(RCnnNetwork network, Tensor picture, float[] truth, long[] labels, double negativeOverlap, double share, Random random, CancellationToken cancellation)
    {
        using DisposeScope scope = NewDisposeScope();
        FeatureMap[] maps = network.Look(picture);
        Proposals proposals = network.Propose(maps);
        cancellation.ThrowIfCancellationRequested();
        (Tensor objectness, Tensor proposalBox, Action returnProposals) = OfProposals(network, proposals, truth, random);
        (Tensor naming, Tensor box, Action returnRegions) = OfRegions(network, picture, proposals, truth, labels, negativeOverlap, random);
        objectness.Plus(proposalBox).Plus(naming).Plus(box).Times(share).backward();
        returnProposals();
        returnRegions();
        cancellation.ThrowIfCancellationRequested();
        FeatureMap.Backward(maps);
        return new(objectness.item<float>(), proposalBox.item<float>(), naming.item<float>(), box.item<float>());
    }

    private static (Tensor Objectness, Tensor Box, Action Return) OfProposals(RCnnNetwork network, Proposals proposals, float[] truth, Random random)
    {
        int[] assigned = BoxAssignment.Assign(proposals.Anchors, truth, AnchorPositive, AnchorNegative, best: true);
        (long[] positive, long[] negative) = BoxSampler.Choose(assigned, Anchors, AnchorShare, random);
        long[] chosen = [.. positive, .. negative];
        Tensor read = network.Proposer.Read(proposals, chosen).requires_grad_();
        (Tensor said, Tensor codes) = network.Proposer.Say(read);
        // Of all anchors of a cell, the one that was chosen.
        long[] rows = [.. chosen.Select((a, n) => ((long)n * proposals.AnchorsPerCell) + proposals.PlaceOf(a).Anchor)];
        Tensor objects = cat([ones(positive.Length), zeros(negative.Length)], 0);
        Tensor objectness = nn.functional.binary_cross_entropy_with_logits(said.index_select(0, tensor(rows, dtype: ScalarType.Int64)), objects);
        Tensor box = Correction(
            codes, rows[..positive.Length], [.. positive.SelectMany(p => proposals.Anchors[(int)(4 * p)..(int)((4 * p) + 4)])],
            [.. positive.Select(p => assigned[p])], truth, ProposalBend, [1, 1, 1, 1]).Over(ProposalUnit);
        return (objectness, box, () => network.Proposer.Return(proposals, chosen, read.grad!));
    }

    private static (Tensor Naming, Tensor Box, Action Return) OfRegions(RCnnNetwork network, Tensor picture, Proposals proposals, float[] truth, long[] labels, double negativeOverlap, Random random)
    {
        float[] regions = [.. network.Best(proposals, picture, Before, After), .. truth, .. Shake(truth, random)];
        int[] assigned = BoxAssignment.Assign(regions, truth, RegionPositive, negativeOverlap, best: false);
        (long[] positive, long[] negative) = BoxSampler.Choose(assigned, Regions, RegionShare, random);
        if (positive.Length + negative.Length == 0) return (zeros(1).sum(), zeros(1).sum(), () => { });
        float[] boxes = [.. positive.Concat(negative).SelectMany(p => regions[(int)(4 * p)..(int)((4 * p) + 4)])];
        Tensor read = network.Regions.Read(picture, proposals.Maps, boxes).requires_grad_(network.Regions.ReadsMaps);
        (Tensor logits, Tensor? codes) = network.Regions.Name(read);
        long background = logits.shape[1] - 1;
        long[] names = [.. positive.Select(p => labels[assigned[p]]), .. negative.Select(_ => background)];
        Tensor naming = nn.functional.cross_entropy(logits, tensor(names, dtype: ScalarType.Int64));
        Tensor box = codes is null
            ? zeros(1).sum()
            : Correction(
                codes.reshape(-1, 4), [.. positive.Select((_, n) => (n * background) + names[n])], boxes[..(4 * positive.Length)],
                [.. positive.Select(p => assigned[p])], truth, 1, CodeScale).Over(names.Length);
        return (naming, box, () =>
        {
            if (network.Regions.ReadsMaps) network.Regions.Return(proposals.Maps, boxes, read.grad!);
        }
        );
    }

    // Few proposals lie on a small lesion, and early in training none: true boxes shifted and stretched a little stand in.
    private static float[] Shake(float[] truth, Random random)
    {
        var shaken = new float[Shaken * truth.Length];
        Span<float> code = stackalloc float[4];
        for (int n = 0; n < shaken.Length; n += 4)
        {
            foreach (ref float part in code) part = (float)(LargestShake * ((2 * random.NextDouble()) - 1));
            BoxCoder.Decode(code, truth.AsSpan(n % truth.Length, 4), shaken.AsSpan(n, 4));
        }

        return shaken;
    }

    /// <summary>The summed error of the corrections of those that stand for a true box.</summary>
    private static Tensor Correction(Tensor codes, long[] rows, float[] references, int[] of, float[] truth, double bend, ReadOnlySpan<float> scale)
    {
        if (rows.Length == 0) return codes.narrow(0, 0, 0).sum();
        var wanted = new float[4 * rows.Length];
        for (int n = 0; n < rows.Length; n++)
        {
            BoxCoder.Encode(truth.AsSpan(4 * of[n], 4), references.AsSpan(4 * n, 4), wanted.AsSpan(4 * n, 4));
            for (int c = 0; c < 4; c++) wanted[(4 * n) + c] /= scale[c];
        }

        return nn.functional.smooth_l1_loss(codes.index_select(0, tensor(rows, dtype: ScalarType.Int64)), tensor(wanted).reshape(-1, 4), nn.Reduction.Sum, bend);
    }
}
