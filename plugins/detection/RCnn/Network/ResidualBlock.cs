using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Network;

/// <summary>Two convolutions that say what to add to their input (He et al. 2016).</summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _first, _second;
    private readonly GroupNorm _firstNorm, _secondNorm;
    private readonly Conv2d? _shortcut;

    public ResidualBlock(int from, int to, int stride)
        : base(nameof(ResidualBlock))
    {
        _first = Layers.Convolution(from, to, stride, bias: false);
        _firstNorm = Layers.Normalization(to);
        _second = Layers.Convolution(to, to, bias: false);
        _secondNorm = Layers.Normalization(to);
        if (from != to || stride != 1) _shortcut = nn.Conv2d(from, to, 1, stride: stride);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        // What a step needs to learn from stays; everything else is given back at once, while it is still in the cache.
        using Tensor first = _first.forward(input), normal = _firstNorm.forward(first);
        normal.relu_();
        using Tensor second = _second.forward(normal);
        Tensor change = _secondNorm.forward(second);
        using Tensor? shortcut = _shortcut?.forward(input);
        change.Add(shortcut ?? input, 1);
        return change.relu_();
    }
}
