using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Network;

/// <summary>The thesis mode's trunk: three convolutions of stride 2, for proposals alone.</summary>
internal sealed class SmallTrunk : Trunk
{
    private readonly Conv2d _first, _second, _third, _fourth;

    /// <summary>Creates it with weights that mean nothing.</summary>
    /// <param name="inputs">Channels of the picture.</param>
    /// <param name="width">Channels at stride 2.</param>
    public SmallTrunk(int inputs, int width)
        : base(nameof(SmallTrunk))
    {
        Channels = 4 * width;
        _first = Layers.Convolution(inputs, width, 2);
        _second = Layers.Convolution(width, 2 * width, 2);
        _third = Layers.Convolution(2 * width, 4 * width);
        _fourth = Layers.Convolution(4 * width, 4 * width, 2);
        RegisterComponents();
    }

    public override int Channels { get; }

    public override IReadOnlyList<int> Strides { get; } = [8];

    public override Tensor[] forward(Tensor input)
    {
        using Tensor first = _first.forward(input).relu_(), second = _second.forward(first).relu_(), third = _third.forward(second).relu_();
        return [_fourth.forward(third).relu_()];
    }
}
