using StrokeFramework.Networks;
using StrokeFramework.UNet.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.UNet.Training;

/// <summary>All that changes in a training: the network, the averages of its weights, the optimizer, the step.</summary>
internal sealed class TrainingState : IDisposable
{
    private const string NetworkPart = "network.", AveragePart = "average.", OptimizerPart = "optimizer.", StepName = "step", ValidationName = "validation";

    public TrainingState(NetworkPlan plan, UNetSettings settings, Device device)
    {
        Network = new UNetNetwork(plan);
        Average = new UNetNetwork(plan);
        Device = device;
        Network.to(device);
        Average.to(device);
        Average.eval();
        Optimizer = new(Network, settings.WeightDecay);
    }

    /// <summary>Where the training computes.</summary>
    public Device Device { get; }

    /// <summary>The network that learns.</summary>
    public UNetNetwork Network { get; }

    /// <summary>The averages of its weights, ready to predict.</summary>
    public UNetNetwork Average { get; }

    /// <summary>What changes the weights.</summary>
    public AdamW Optimizer { get; }

    /// <summary>Steps done.</summary>
    public int Step { get; set; }

    /// <summary>Dice on the studies held out as it was measured last; NaN before.</summary>
    public double ValidationDice { get; set; } = double.NaN;

    /// <summary>Writes everything.</summary>
    public void Write(Stream stream)
    {
        using DisposeScope scope = NewDisposeScope();
        var all = new Dictionary<string, Tensor>(StringComparer.Ordinal) { [StepName] = tensor((long)Step), [ValidationName] = tensor(ValidationDice, ScalarType.Float64) };
        Add(NetworkPart, NetworkWeights.Of(Network));
        Add(AveragePart, NetworkWeights.Of(Average));
        Add(OptimizerPart, Optimizer.State());
        TensorFile.Write(stream, all);

        void Add(string part, IReadOnlyDictionary<string, Tensor> tensors)
        {
            foreach ((string name, Tensor value) in tensors) all[part + name] = value;
        }
    }

    /// <summary>Reads everything.</summary>
    /// <exception cref="InvalidDataException">It is the state of no training with these parameters.</exception>
    public void Read(Stream stream)
    {
        using DisposeScope scope = NewDisposeScope();
        IReadOnlyDictionary<string, Tensor> all = TensorFile.Read(stream);
        if (!all.TryGetValue(StepName, out Tensor? step) || !all.TryGetValue(ValidationName, out Tensor? dice)) throw new InvalidDataException("The state of the training lacks its step.");
        NetworkWeights.Put(Network, Part(NetworkPart));
        NetworkWeights.Put(Average, Part(AveragePart));
        Optimizer.Restore(Part(OptimizerPart));
        (Step, ValidationDice) = ((int)step.data<long>().ToArray()[0], dice.data<double>().ToArray()[0]);

        Dictionary<string, Tensor> Part(string part) =>
            all.Where(t => t.Key.StartsWith(part, StringComparison.Ordinal)).ToDictionary(t => t.Key[part.Length..], t => t.Value, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Network.Dispose();
        Average.Dispose();
        Optimizer.Dispose();
    }
}
