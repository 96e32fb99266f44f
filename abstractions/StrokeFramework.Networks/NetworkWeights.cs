using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.Networks;

/// <summary>Takes the weights out of a network and puts them into one.</summary>
public static class NetworkWeights
{
    /// <summary>The network's parameters and running statistics by name; they are the network's own, not copies.</summary>
    public static IReadOnlyDictionary<string, Tensor> Of(nn.Module network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.state_dict();
    }

    /// <summary>Copies weights into a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weights">Exactly its parameters and running statistics, each of its shape; of any floating type.</param>
    /// <exception cref="InvalidDataException">One is missing, has another shape, holds what is no finite number, or is unknown to the network.</exception>
    public static void Put(nn.Module network, IReadOnlyDictionary<string, Tensor> weights)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(weights);
        Dictionary<string, Tensor> own = network.state_dict();
        if (weights.Keys.FirstOrDefault(k => !own.ContainsKey(k)) is { } stranger) throw new InvalidDataException($"The weights hold '{stranger}', which this network has not.");
        using IDisposable still = no_grad();
        foreach ((string name, Tensor target) in own)
        {
            if (!weights.TryGetValue(name, out Tensor? source)) throw new InvalidDataException($"The weights lack '{name}'.");
            if (!source.shape.AsSpan().SequenceEqual(target.shape)) throw new InvalidDataException($"The weights of '{name}' have the shape [{string.Join(", ", source.shape)}], and this network has [{string.Join(", ", target.shape)}].");
            using Tensor finite = source.is_floating_point() ? source.isfinite().all() : tensor(true);
            if (!finite.item<bool>()) throw new InvalidDataException($"The weights of '{name}' hold what is no finite number.");
            target.copy_(source);
        }
    }
}
