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
        int inputs = StudySlices.Count(architecture.Channels, architecture.Slices), ratios = AnchorGrid.Ratios.Count, sizes = architecture.AnchorSizes.Count;
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

        NetworkLayout.PutChannelsLast(_trunk, _proposals, _regions);
        RegisterComponents();
    }

    /// <summary>What it is.</summary>
    public Architecture Architecture { get; }

    /// <summary>What proposes boxes.</summary>
    public ProposalHead Proposer => _proposals;

    /// <summary>What names boxes.</summary>
    public RegionHead Regions => _regions;

    /// <summary>Makes the feature maps of a picture.</summary>
    /// <param name="picture">[channels, rows, columns]; rows and columns are multiples of 16.</param>
    public FeatureMap[] Look(Tensor picture) => [.. _trunk.forward(picture.unsqueeze(0)).Select((map, m) => new FeatureMap(map, _trunk.Strides[m]))];

    /// <summary>Looks for objects; nothing is learned through it.</summary>
    /// <param name="maps">The feature maps.</param>
    public Proposals Propose(IReadOnlyList<FeatureMap> maps)
    {
        int perCell = AnchorGrid.Ratios.Count * Architecture.AnchorSizes.Count / maps.Count, count = perCell * maps.Sum(m => m.Height * m.Width);
        float[] anchors = new float[4 * count], objectness = new float[count];
        var shared = new Tensor[maps.Count];
        int at = 0;
        for (int m = 0; m < maps.Count; m++)
        {
            // With several maps each has the anchors of its scale, a single one has all.
            IReadOnlyList<double> sizes = maps.Count == 1 ? Architecture.AnchorSizes : [Architecture.AnchorSizes[m]];
            float[] of = AnchorGrid.Of(maps[m].Height, maps[m].Width, maps[m].Stride, sizes, Architecture.Spacing);
            of.CopyTo(anchors, 4 * at);
            (shared[m], Tensor said) = _proposals.Look(maps[m]);
            said.Floats().CopyTo(objectness.AsSpan(at));
            at += of.Length / 4;
        }

        return new(maps, shared, anchors, objectness, perCell);
    }

    /// <summary>The boxes that are worth a closer look; nothing is learned through them.</summary>
    /// <param name="proposals">Of the picture.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="before">How many of the best are compared with each other.</param>
    /// <param name="after">How many of the best remain.</param>
    /// <returns>Four numbers each, in pixels, within the picture; there may be none.</returns>
    public float[] Best(Proposals proposals, Tensor picture, int before, int after)
    {
        int[] top = TopScores.Of(proposals.Objectness, before);
        float[] boxes = _proposals.BoxesOf(proposals, top), scores = new float[top.Length];
        int sound = 0;
        for (int n = 0; n < top.Length; n++)
        {
            Span<float> box = boxes.AsSpan(4 * n, 4);
            Clip(box, picture);
            if (!IsSound(box)) continue;
            box.CopyTo(boxes.AsSpan(4 * sound, 4));
            scores[sound++] = proposals.Objectness[top[n]];
        }

        int[] kept = NonMaximumSuppression.Keep(boxes.AsSpan(0, 4 * sound), scores.AsSpan(0, sound), ProposalOverlap, most: after);
        var best = new float[4 * kept.Length];
        for (int n = 0; n < kept.Length; n++) boxes.AsSpan(4 * kept[n], 4).CopyTo(best.AsSpan(4 * n, 4));
        return best;
    }

    /// <summary>Cuts a box at the picture's edges.</summary>
    public static void Clip(Span<float> box, Tensor picture)
    {
        float right = picture.shape[2] - 0.5f, lower = picture.shape[1] - 0.5f;
        for (int n = 0; n < 4; n++) box[n] = Math.Min(Math.Max(box[n], -0.5f), n % 2 == 0 ? right : lower);
    }

    /// <summary>Whether a box is a pixel wide and high, and of numbers.</summary>
    public static bool IsSound(ReadOnlySpan<float> box) => box[2] - box[0] >= LeastSize && box[3] - box[1] >= LeastSize;
}
