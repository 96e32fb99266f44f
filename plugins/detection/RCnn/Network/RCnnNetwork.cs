using StrokeFramework.RCnn.Boxes;
using StrokeFramework.RCnn.Images;

namespace StrokeFramework.RCnn.Network;

/// <summary>Trunk, proposals and regions. It holds nothing but weights, so several threads may ask it at once.</summary>
internal sealed class RCnnNetwork : nn.Module
{
    private const double ProposalOverlap = 0.7;
    private const float LeastSize = 1;

    private readonly Trunk _trunk;
    private readonly ProposalHead _proposals;
    private readonly RegionHead _regions;

    /// <summary>Creates it with weights that mean nothing.</summary>
    public RCnnNetwork(Architecture architecture)
        : base(nameof(RCnnNetwork))
    {
        Architecture = architecture;
        int inputs = StudySlices.Count(architecture.Channels), ratios = AnchorGrid.Ratios.Count, sizes = architecture.AnchorSizes.Count;
        if (architecture.Mode == DetectorMode.Thesis)
        {
            _trunk = new SmallTrunk(inputs, architecture.Width);
            _proposals = new ProposalHead(_trunk.Channels, sizes * ratios);
            _regions = new CropClassifier(inputs, architecture.Classes.Count);
        }
        else
        {
            _trunk = new PyramidTrunk(inputs, architecture.Width);
            _proposals = new ProposalHead(_trunk.Channels, ratios);
            _regions = new BoxHead(_trunk, architecture.Classes.Count);
        }

        RegisterComponents();
    }

    /// <summary>What it is.</summary>
    public Architecture Architecture { get; }

    /// <summary>Looks at a picture for objects.</summary>
    /// <param name="picture">[1, channels, rows, columns]; rows and columns are multiples of 16.</param>
    public Proposals Propose(Tensor picture)
    {
        Tensor[] maps = _trunk.forward(picture);
        List<Tensor> anchors = [], objectness = [], codes = [];
        for (int m = 0; m < maps.Length; m++)
        {
            // With several maps each has the anchors of its scale, a single one has all.
            IReadOnlyList<double> sizes = maps.Length == 1 ? Architecture.AnchorSizes : [Architecture.AnchorSizes[m]];
            anchors.Add(AnchorGrid.Of(maps[m].shape[2], maps[m].shape[3], _trunk.Strides[m], sizes, Architecture.Spacing));
            (Tensor Objectness, Tensor Codes) said = _proposals.Look(maps[m]);
            objectness.Add(said.Objectness);
            codes.Add(said.Codes);
        }

        return new(maps, cat(anchors, 0), cat(objectness, 0), cat(codes, 0));
    }

    /// <summary>The boxes that are worth a closer look; nothing is learned through them.</summary>
    /// <param name="proposals">Of the picture.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="before">How many of the best are compared with each other.</param>
    /// <param name="after">How many of the best remain.</param>
    /// <returns>[n, 4], in pixels, within the picture; n may be 0.</returns>
    public static Tensor Best(Proposals proposals, Tensor picture, int before, int after)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor objectness = proposals.Objectness.detach();
        long count = Math.Min(before, objectness.shape[0]);
        Tensor top = objectness.sort(dim: 0, descending: true, stable: true).Indices.narrow(0, 0, count);
        Tensor boxes = Clip(BoxCoder.Decode(proposals.Codes.detach().index_select(0, top), proposals.Anchors.index_select(0, top)), picture);
        Tensor extent = boxes.narrow(1, 2, 2).Minus(boxes.narrow(1, 0, 2)).amin([1]);
        Tensor sound = extent.IsAtLeast(LeastSize).nonzero().flatten();
        boxes = boxes.index_select(0, sound);
        Tensor kept = NonMaximumSuppression.Keep(boxes, objectness.index_select(0, top).index_select(0, sound), ProposalOverlap);
        return boxes.index_select(0, kept.narrow(0, 0, Math.Min(after, kept.shape[0]))).MoveToOuterDisposeScope();
    }

    /// <summary>Looks at boxes.</summary>
    public (Tensor Logits, Tensor? Codes) Look(Tensor picture, Proposals proposals, Tensor boxes) => _regions.Look(picture, proposals.Maps, boxes);

    /// <summary>Cuts boxes at the picture's edges.</summary>
    public static Tensor Clip(Tensor boxes, Tensor picture)
    {
        Tensor limit = tensor([picture.shape[3] - 0.5f, picture.shape[2] - 0.5f, picture.shape[3] - 0.5f, picture.shape[2] - 0.5f]);
        return minimum(boxes.AtLeast(-0.5), limit);
    }
}
