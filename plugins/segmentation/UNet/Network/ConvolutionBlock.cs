using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.UNet.Network;

/// <summary>Two convolutions of 3x3, each followed by batch normalization (in training) and a rectifier.</summary>
internal sealed class ConvolutionBlock : nn.Module<Tensor, Tensor>
{
    // Arrays, for the base class registers modules in fields once more, under the fields' names.
    private readonly nn.Module<Tensor, Tensor>[] _convolutions, _norms;

    /// <param name="from">Channels that come in.</param>
    /// <param name="to">Channels that go out.</param>
    /// <param name="folded">Whether normalization is part of the weights already, as in a network that only predicts.</param>
    public ConvolutionBlock(int from, int to, bool folded)
        : base(nameof(ConvolutionBlock))
    {
        _convolutions = [nn.Conv2d(from, to, 3, padding: 1, bias: folded), nn.Conv2d(to, to, 3, padding: 1, bias: folded)];
        _norms = folded ? [] : [nn.BatchNorm2d(to), nn.BatchNorm2d(to)];
        register_module("first", _convolutions[0]);
        register_module("second", _convolutions[1]);
        if (folded) return;
        register_module("first_norm", _norms[0]);
        register_module("second_norm", _norms[1]);
    }

    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = input;
        for (int n = 0; n < _convolutions.Length; n++)
        {
            x = _convolutions[n].call(x);
            if (_norms.Length > 0) x = _norms[n].call(x);
            x.relu_();
        }

        return x.MoveToOuterDisposeScope();
    }
}
