using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.Networks;

/// <summary>Moving averages of a network's weights, which vary less from step to step than the weights do (Polyak &amp; Juditsky 1992).</summary>
public static class AveragedWeights
{
    /// <summary>Moves averages towards a network.</summary>
    /// <param name="averages">A network of the same shape, which holds the averages.</param>
    /// <param name="network">The network that learns.</param>
    /// <param name="stays">Part of the averages that stays, in [0, 1].</param>
    public static void Follow(nn.Module averages, nn.Module network, double stays)
    {
        ArgumentNullException.ThrowIfNull(averages);
        ArgumentNullException.ThrowIfNull(network);
        using IDisposable still = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Tensor> targets = averages.state_dict();
        foreach ((string name, Tensor weight) in network.state_dict())
        {
            if (!weight.is_floating_point())
            {
                targets[name].copy_(weight);
                continue;
            }

            targets[name].MultiplyBy(stays);
            targets[name].Add(weight, 1 - stays);
        }
    }
}
