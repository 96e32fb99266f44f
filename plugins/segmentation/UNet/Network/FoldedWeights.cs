using StrokeFramework.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.UNet.Network;

/// <summary>Makes batch normalization part of the convolution before it, for a network that only predicts.</summary>
internal static class FoldedWeights
{
    private const double Epsilon = 1e-5; // nn.BatchNorm2d's own
    private const string Norm = "_norm";

    /// <summary>The weights of the folded network.</summary>
    /// <param name="weights">Those of the network as it was trained, as float32.</param>
    /// <returns>New tensors; they belong to the caller's dispose scope.</returns>
    /// <exception cref="InvalidDataException">A normalization is not whole, or not of its convolution's shape, or belongs to none.</exception>
    public static IReadOnlyDictionary<string, Tensor> Of(IReadOnlyDictionary<string, Tensor> weights)
    {
        var folded = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach ((string name, Tensor weight) in weights)
        {
            string layer = name[..Math.Max(0, name.LastIndexOf('.'))];
            if (layer.EndsWith(Norm, StringComparison.Ordinal))
            {
                if (!weights.ContainsKey($"{layer[..^Norm.Length]}.weight")) throw new InvalidDataException($"The weights hold '{name}', which this network has not.");
                continue;
            }

            if (!weights.TryGetValue($"{layer}{Norm}.weight", out Tensor? gain))
            {
                folded[name] = weight.alias();
                continue;
            }

            Tensor scale = gain.div(Part("running_var").Plus(Epsilon).sqrt());
            folded[name] = weight.mul(scale.reshape(-1, 1, 1, 1));
            folded[$"{layer}.bias"] = Part("bias").Minus(Part("running_mean").mul(scale));

            Tensor Part(string what)
            {
                if (!weights.TryGetValue($"{layer}{Norm}.{what}", out Tensor? part)) throw new InvalidDataException($"The weights lack '{layer}{Norm}.{what}'.");
                if (gain.dim() != 1 || weight.dim() != 4 || weight.shape[0] != gain.shape[0] || !part.shape.AsSpan().SequenceEqual(gain.shape)) throw new InvalidDataException($"The weights of '{layer}{Norm}' do not fit those of '{layer}'.");
                return part;
            }
        }

        return folded;
    }
}
