using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Network;

/// <summary>Layers as both networks use them.</summary>
internal static class Layers
{
    private const int GroupWidth = 8;

    /// <summary>A 3x3 convolution whose cell n lies on cell n · stride of what it sees.</summary>
    public static Conv2d Convolution(int from, int to, int stride = 1, bool bias = true) => nn.Conv2d(from, to, 3, stride: stride, padding: 1, bias: bias);

    /// <summary>
    /// Normalization over groups of 8 channels of one picture: unlike the batch's statistics it is the same in training and
    /// in use, and the same however few pictures a step has.
    /// </summary>
    public static GroupNorm Normalization(int channels) => nn.GroupNorm(channels / GroupWidth, channels);

    /// <summary>
    /// Lays the weights of convolutions with their channels side by side. Maps then lie that way too, and libtorch computes
    /// in place of rearranging every map before and after each layer. Shapes and values stay as they are.
    /// </summary>
    public static void PutChannelsLast(params IEnumerable<nn.Module> networks)
    {
        using IDisposable still = no_grad();
        foreach (Conv2d layer in networks.SelectMany(n => n.modules()).OfType<Conv2d>())
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor old = layer.weight!;
            layer.weight = new Parameter(old.detach().permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2).DetachFromDisposeScope());
            layer.weight.DetachFromDisposeScope();
            old.Dispose();
        }
    }
}
