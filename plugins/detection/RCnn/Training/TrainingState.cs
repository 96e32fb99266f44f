using StrokeFramework.RCnn.Network;

namespace StrokeFramework.RCnn.Training;

/// <summary>All that a training needs to go on as if it had never stopped.</summary>
internal sealed class TrainingState
{
    private const string Weights = "weights/", Velocities = "velocity/", Best = "best/", Counters = "counters";

    private readonly RCnnNetwork _network;
    private readonly MomentumDescent _descent;
    private IReadOnlyDictionary<string, Tensor>? _best;

    /// <summary>Watches over a network and its descent.</summary>
    public TrainingState(RCnnNetwork network, MomentumDescent descent) => (_network, _descent) = (network, descent);

    /// <summary>Steps done.</summary>
    public int Step { get; set; }

    /// <summary>The figure of the best network so far; negative before the first look.</summary>
    public double BestFigure { get; private set; } = -1;

    /// <summary>Looks since then.</summary>
    public int LooksSince { get; private set; }

    /// <summary>Notes how good the network is; the best is remembered.</summary>
    public void Judge(double figure)
    {
        if (figure > BestFigure)
        {
            (BestFigure, LooksSince) = (figure, 0);
            Forget();
            _best = NetworkWeights.Of(_network).ToDictionary(w => w.Key, w => w.Value.detach().clone().DetachFromDisposeScope(), StringComparer.Ordinal);
        }
        else
        {
            LooksSince++;
        }
    }

    /// <summary>Gives the network its best weights back, where there was a look.</summary>
    public void TakeBest()
    {
        if (_best is not null) NetworkWeights.Put(_network, _best);
        Forget();
    }

    /// <summary>Writes everything.</summary>
    public void Write(Stream stream)
    {
        using DisposeScope scope = NewDisposeScope();
        var all = NetworkWeights.Of(_network).ToDictionary(w => Weights + w.Key, w => w.Value, StringComparer.Ordinal);
        foreach ((string name, Tensor velocity) in _descent.Velocities) all[Velocities + name] = velocity;
        foreach ((string name, Tensor weight) in _best ?? new Dictionary<string, Tensor>()) all[Best + name] = weight;
        all[Counters] = tensor([Step, BestFigure, LooksSince], dtype: ScalarType.Float64);
        TensorFile.Write(stream, all);
    }

    /// <summary>Reads everything back.</summary>
    /// <exception cref="InvalidDataException">It is of another network, or damaged.</exception>
    public void Read(Stream stream)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        IReadOnlyDictionary<string, Tensor> all = TensorFile.Read(stream);
        NetworkWeights.Put(_network, Part(all, Weights));
        Dictionary<string, Tensor> velocities = Part(all, Velocities);
        foreach ((string name, Tensor velocity) in _descent.Velocities)
        {
            if (!velocities.TryGetValue(name, out Tensor? kept) || !kept.shape.AsSpan().SequenceEqual(velocity.shape)) throw new InvalidDataException($"The checkpoint lacks the velocity of '{name}'.");
            velocity.copy_(kept);
        }

        if (!all.TryGetValue(Counters, out Tensor? counters) || counters.shape is not [3]) throw new InvalidDataException("The checkpoint does not say how far the training was.");
        double[] numbers = [.. counters.to(ScalarType.Float64).data<double>()];
        (Step, BestFigure, LooksSince) = ((int)numbers[0], numbers[1], (int)numbers[2]);
        Forget();
        Dictionary<string, Tensor> best = Part(all, Best);
        if (best.Count > 0) _best = best.ToDictionary(b => b.Key, b => b.Value.DetachFromDisposeScope(), StringComparer.Ordinal);
    }

    private static Dictionary<string, Tensor> Part(IReadOnlyDictionary<string, Tensor> all, string prefix) =>
        all.Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(t => t.Key[prefix.Length..], t => t.Value, StringComparer.Ordinal);

    private void Forget()
    {
        foreach (Tensor weight in _best?.Values ?? []) weight.Dispose();
        _best = null;
    }
}
