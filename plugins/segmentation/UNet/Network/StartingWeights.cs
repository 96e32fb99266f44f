using StrokeFramework.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.UNet.Network;

/// <summary>The weights before training: uniform within one over the root of what a neuron sums (as LeCun et al. 1998), from the run's seed.</summary>
internal static class StartingWeights
{
    /// <summary>Lesion is rare, so the network starts out expecting little of it: the logit of 5 %.</summary>
    private const float HeadBias = -3;

    public static void Draw(UNetNetwork network, Random random)
    {
        using IDisposable still = no_grad();
        foreach ((string name, Tensor weight) in network.state_dict().OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            if (weight.dim() == 4)
            {
                using DisposeScope scope = NewDisposeScope();
                double bound = 1 / Math.Sqrt(weight.shape[1] * weight.shape[2] * weight.shape[3]);
                var values = new float[weight.numel()];
                for (int n = 0; n < values.Length; n++) values[n] = (float)(((2 * random.NextDouble()) - 1) * bound);
                weight.copy_(tensor(values).reshape(weight.shape));
            }
            else if (name.EndsWith(".bias", StringComparison.Ordinal))
            {
                // Convolutions with a bias are those without normalization; the others' bias is that of the normalization, 0 too.
                weight.FillWith(name.StartsWith("head", StringComparison.Ordinal) ? HeadBias : 0);
            }
        }
    }
}
