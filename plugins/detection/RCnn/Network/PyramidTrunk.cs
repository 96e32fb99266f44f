using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Network;

/// <summary>
/// Residual trunk with a feature pyramid (Lin et al. 2017): maps of strides 4, 8 and 16, each of which also knows what the
/// coarser ones see.
/// </summary>
internal sealed class PyramidTrunk : Trunk
{
    private readonly Conv2d _stem;
    private readonly GroupNorm _stemNorm;
    private readonly Sequential _half, _quarter, _eighth, _sixteenth;
    private readonly GroupNorm _quarterNorm, _eighthNorm, _sixteenthNorm;
    private readonly Conv2d _fromQuarter, _fromEighth, _fromSixteenth, _toQuarter, _toEighth, _toSixteenth;

    /// <summary>Creates it with weights that mean nothing.</summary>
    /// <param name="inputs">Channels of the picture.</param>
    /// <param name="width">Channels at stride 2, a multiple of 8; the coarser maps have 2, 4 and 5 times as many.</param>
    public PyramidTrunk(int inputs, int width)
        : base(nameof(PyramidTrunk))
    {
        int quarter = 2 * width, eighth = 4 * width, sixteenth = 5 * width;
        Channels = eighth * 2 / 3 / 8 * 8;
        _stem = Layers.Convolution(inputs, width, 2, bias: false);
        _stemNorm = Layers.Normalization(width);
        _half = nn.Sequential(new ResidualBlock(width, width, 1));
        _quarter = nn.Sequential(new ResidualBlock(width, quarter, 2), new ResidualBlock(quarter, quarter, 1));
        _eighth = nn.Sequential(new ResidualBlock(quarter, eighth, 2), new ResidualBlock(eighth, eighth, 1));
        _sixteenth = nn.Sequential(new ResidualBlock(eighth, sixteenth, 2), new ResidualBlock(sixteenth, sixteenth, 1));
        _fromQuarter = nn.Conv2d(quarter, Channels, 1);
        _fromEighth = nn.Conv2d(eighth, Channels, 1);
        _fromSixteenth = nn.Conv2d(sixteenth, Channels, 1);
        _toQuarter = Layers.Convolution(Channels, Channels);
        _toEighth = Layers.Convolution(Channels, Channels);
        _toSixteenth = Layers.Convolution(Channels, Channels);
        _quarterNorm = Layers.Normalization(Channels);
        _eighthNorm = Layers.Normalization(Channels);
        _sixteenthNorm = Layers.Normalization(Channels);
        RegisterComponents();
    }

    public override int Channels { get; }

    public override IReadOnlyList<int> Strides { get; } = [4, 8, 16];

    public override Tensor[] forward(Tensor input)
    {
        using Tensor stem = _stem.forward(input), start = _stemNorm.forward(stem).relu_(), half = _half.forward(start);
        using Tensor quarter = _quarter.forward(half), eighth = _eighth.forward(quarter), sixteenth = _sixteenth.forward(eighth);
        using Tensor coarse = _fromSixteenth.forward(sixteenth), middle = _fromEighth.forward(eighth), fine = _fromQuarter.forward(quarter);
        AddTwice(middle, coarse);
        AddTwice(fine, middle);
        return [To(_toQuarter, _quarterNorm, fine), To(_toEighth, _eighthNorm, middle), To(_toSixteenth, _sixteenthNorm, coarse)];
    }

    private static Tensor To(Conv2d layer, GroupNorm norm, Tensor map)
    {
        using Tensor made = layer.forward(map);
        return norm.forward(made);
    }

    private static void AddTwice(Tensor map, Tensor coarser)
    {
        using Tensor larger = nn.functional.interpolate(coarser, scale_factor: [2, 2], mode: InterpolationMode.Nearest);
        map.Add(larger, 1);
    }
}
