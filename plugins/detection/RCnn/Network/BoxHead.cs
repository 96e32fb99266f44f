using StrokeFramework.RCnn.Boxes;
using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Network;

/// <summary>Reads each box from the map of its scale by RoI align, names it, and corrects it for each class.</summary>
internal sealed class BoxHead : RegionHead
{
    private const int Cells = 7, Samples = 2, Hidden = 128;

    // A box of this many pixels is read from the finest map, one twice as large from the next.
    private const double FinestSize = 28;

    private readonly int _classes;
    private readonly IReadOnlyList<int> _strides;
    private readonly LayerNorm _firstNorm, _secondNorm;
    private readonly Linear _first, _second, _logits, _codes;

    /// <summary>Creates it with weights that mean nothing.</summary>
    public BoxHead(Trunk trunk, int classes)
        : base(nameof(BoxHead))
    {
        (_classes, _strides) = (classes, trunk.Strides);
        _first = nn.Linear(trunk.Channels * Cells * Cells, Hidden);
        _firstNorm = nn.LayerNorm(Hidden);
        _second = nn.Linear(Hidden, Hidden);
        _secondNorm = nn.LayerNorm(Hidden);
        _logits = nn.Linear(Hidden, classes + 1);
        _codes = nn.Linear(Hidden, 4 * classes);
        RegisterComponents();
    }

    public override (Tensor Logits, Tensor? Codes) Look(Tensor picture, Tensor[] maps, Tensor boxes)
    {
        // Without normalization the thousands of inputs of the first layer make steps of a usual length too long.
        Tensor hidden = _firstNorm.forward(_first.forward(Read(maps, boxes).flatten(1))).relu_();
        hidden = _secondNorm.forward(_second.forward(hidden)).relu_();
        return (_logits.forward(hidden), _codes.forward(hidden).reshape(-1, _classes, 4));
    }

    private Tensor Read(Tensor[] maps, Tensor boxes)
    {
        Tensor level = BoxOverlap.Areas(boxes).AtLeast(1).log2().Over(2).Plus(-Math.Log2(FinestSize)).floor().Between(0, maps.Length - 1);
        List<Tensor> read = [], places = [];
        for (int m = 0; m < maps.Length; m++)
        {
            Tensor here = level.Is(m).nonzero().flatten();
            if (here.shape[0] == 0) continue;
            places.Add(here);
            read.Add(RoiAlign.Sample(maps[m][0], boxes.index_select(0, here).Over(_strides[m]), Cells, Samples));
        }

        return read.Count == 1 ? read[0] : cat(read, 0).index_select(0, cat(places, 0).argsort());
    }
}
