using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace StrokeFramework.UNet.Network;

/// <summary>Two convolutions of 3x3, each followed by batch normalization (in training) and a rectifier.</summary>
internal sealed class ConvolutionBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _first, _second;
    private readonly BatchNorm2d? _firstNorm, _secondNorm;

    /// <param name="from">Channels that come in.</param>
    /// <param name="to">Channels that go out.</param>
    /// <param name="folded">Whether normalization is part of the weights already, as in a network that only predicts.</param>
    public ConvolutionBlock(int from, int to, bool folded)
        : base(nameof(ConvolutionBlock))
    {
        _first = nn.Conv2d(from, to, 3, padding: 1, bias: folded);
        _second = nn.Conv2d(to, to, 3, padding: 1, bias: folded);
        register_module("first", _first);
        register_module("second", _second);
        if (folded) return;
        _firstNorm = nn.BatchNorm2d(to);
        _secondNorm = nn.BatchNorm2d(to);
        register_module("first_norm", _firstNorm);
        register_module("second_norm", _secondNorm);
    }

    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = _first.call(input);
        if (_firstNorm is not null) x = _firstNorm.call(x);
        x = _second.call(x.relu_());
        if (_secondNorm is not null) x = _secondNorm.call(x);
        return x.relu_().MoveToOuterDisposeScope();
    }
}
