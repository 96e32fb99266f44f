using StrokeFramework.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.UNet.Network;

/// <summary>Makes batch normalization part of the convolution before it, for a network that only predicts.</summary>
internal static class FoldedWeights
{
    private const double Epsilon = 1e-5; // nn.BatchNorm2d's own

    /// <summary>The weights of the folded network.</summary>
    /// <param name="weights">Those of the network as it was trained, as float32.</param>
    /// <returns>New tensors; they belong to the caller's dispose scope.</returns>
    public static IReadOnlyDictionary<string, Tensor> Of(IReadOnlyDictionary<string, Tensor> weights)
    {
        var folded = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach ((string name, Tensor weight) in weights)
        {
            if (name.Contains("_norm.", StringComparison.Ordinal)) continue;
            string layer = name[..name.LastIndexOf('.')];
            if (!weights.TryGetValue($"{layer}_norm.weight", out Tensor? gain))
            {
                folded[name] = weight.alias();
                continue;
            }

            Tensor scale = gain.div(weights[$"{layer}_norm.running_var"].Plus(Epsilon).sqrt());
            folded[name] = weight.mul(scale.reshape(-1, 1, 1, 1));
            folded[$"{layer}.bias"] = weights[$"{layer}_norm.bias"].Minus(weights[$"{layer}_norm.running_mean"].mul(scale));
        }

        return folded;
    }
}
