using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace StrokeFramework.Networks;

/// <summary>How the weights of a network lie in memory.</summary>
public static class NetworkLayout
{
    /// <summary>
    /// Lays the weights of convolutions with their channels side by side. Maps then lie that way too, and libtorch computes
    /// in place of rearranging every map before and after each layer. Shapes and values stay as they are.
    /// </summary>
    /// <param name="networks">The networks, of which every two-dimensional convolution is changed.</param>
    public static void PutChannelsLast(params IEnumerable<nn.Module> networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
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
