using StrokeFramework.RCnn.Boxes;
using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Network;

/// <summary>Reads each box from the map of its scale by RoI align, names it, and corrects it for each class.</summary>
internal sealed class BoxHead : RegionHead
{
    private const int Cells = 7, Samples = 2, Hidden = 128;

    // A box of this many pixels is read from the finest map, one twice as large from the next.
    private const float FinestSize = 28;

    private readonly int _classes, _channels;
    private readonly LayerNorm _firstNorm, _secondNorm;
    private readonly Linear _first, _second, _logits, _codes;

    /// <summary>Creates it with weights that mean nothing.</summary>
    public BoxHead(Trunk trunk, int classes)
        : base(nameof(BoxHead))
    {
        (_classes, _channels) = (classes, trunk.Channels);
        _first = nn.Linear(trunk.Channels * Cells * Cells, Hidden);
        _firstNorm = nn.LayerNorm(Hidden);
        _second = nn.Linear(Hidden, Hidden);
        _secondNorm = nn.LayerNorm(Hidden);
        _logits = nn.Linear(Hidden, classes + 1);
        _codes = nn.Linear(Hidden, 4 * classes);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override bool ReadsMaps => true;

    /// <inheritdoc/>
    protected override Linear Logits => _logits;

    /// <inheritdoc/>
    public override Tensor Read(Tensor picture, IReadOnlyList<FeatureMap> maps, ReadOnlySpan<float> boxes)
    {
        Tensor read = empty(boxes.Length / 4, Cells * Cells, _channels);
        Span<float> values = read.Floats();
        AxisTaps across = new(Cells, Samples), down = new(Cells, Samples);
        for (int n = 0; n < boxes.Length / 4; n++)
        {
            FeatureMap map = Lay(maps, boxes.Slice(4 * n, 4), across, down);
            RoiAlign.Sample(map.Values, map.Width, _channels, across, down, values.Slice(n * Cells * Cells * _channels, Cells * Cells * _channels));
        }

        return read;
    }

    /// <inheritdoc/>
    public override void Return(IReadOnlyList<FeatureMap> maps, ReadOnlySpan<float> boxes, Tensor gradient)
    {
        ReadOnlySpan<float> values = gradient.contiguous().Floats();
        AxisTaps across = new(Cells, Samples), down = new(Cells, Samples);
        for (int n = 0; n < boxes.Length / 4; n++)
        {
            FeatureMap map = Lay(maps, boxes.Slice(4 * n, 4), across, down);
            RoiAlign.Return(values.Slice(n * Cells * Cells * _channels, Cells * Cells * _channels), map.Width, _channels, across, down, map.Gradient);
        }
    }

    /// <inheritdoc/>
    public override (Tensor Logits, Tensor? Codes) Name(Tensor read)
    {
        // Without normalization the thousands of inputs of the first layer make steps of a usual length too long.
        Tensor hidden = _firstNorm.forward(_first.forward(read.transpose(1, 2).flatten(1))).relu_();
        hidden = _secondNorm.forward(_second.forward(hidden)).relu_();
        return (_logits.forward(hidden), _codes.forward(hidden).reshape(-1, _classes, 4));
    }

    private static FeatureMap Lay(IReadOnlyList<FeatureMap> maps, ReadOnlySpan<float> box, AxisTaps across, AxisTaps down)
    {
        float level = MathF.Floor((MathF.Log2(Math.Max(1, BoxOverlap.Area(box))) / 2) - MathF.Log2(FinestSize));
        FeatureMap map = maps[(int)Math.Clamp(level, 0, maps.Count - 1)];
        across.Lay(box[0] / map.Stride, box[2] / map.Stride, map.Width);
        down.Lay(box[1] / map.Stride, box[3] / map.Stride, map.Height);
        return map;
    }
}
