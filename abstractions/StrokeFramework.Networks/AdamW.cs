using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.Networks;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov &amp; Hutter 2019, <see href="https://arxiv.org/abs/1711.05101"/>), whose
/// state can be saved by name.
/// </summary>
public sealed class AdamW : IDisposable
{
    private const double FirstDecay = 0.9, SecondDecay = 0.999, Epsilon = 1e-8;

    private readonly (string Name, Tensor Weight, Tensor First, Tensor Second)[] _weights;
    private readonly double _decay;
    private long _steps;

    /// <summary>Starts without momentum.</summary>
    /// <param name="network">Whose parameters are to be changed. It must be on its device already.</param>
    /// <param name="weightDecay">Decay per step, relative to the learning rate.</param>
    public AdamW(nn.Module network, double weightDecay)
    {
        ArgumentNullException.ThrowIfNull(network);
        _decay = weightDecay;
        using IDisposable still = no_grad();
        _weights = [.. network.named_parameters().Select(p => (p.name, (Tensor)p.parameter, Own(p.parameter), Own(p.parameter)))];

        static Tensor Own(Tensor like) => zeros_like(like, requires_grad: false).DetachFromDisposeScope();
    }

    /// <summary>Changes the parameters by their gradients, and clears the gradients.</summary>
    /// <param name="learningRate">The learning rate of this step.</param>
    /// <param name="longest">Longest gradient, over all parameters together; longer ones are shortened to it.</param>
    public void Step(double learningRate, double longest = double.PositiveInfinity)
    {
        using IDisposable still = no_grad();
        using DisposeScope scope = NewDisposeScope();
        _steps++;
        double shorten = 1;
        if (double.IsFinite(longest))
        {
            Tensor squares = stack([.. _weights.Where(w => w.Weight.grad is not null).Select(w => w.Weight.grad!.mul(w.Weight.grad!).sum())]).sum();
            shorten = Math.Min(1, longest / (Math.Sqrt(squares.cpu().data<float>().ToArray()[0]) + 1e-6));
        }

        double rate = learningRate / (1 - Math.Pow(FirstDecay, _steps)), root = Math.Sqrt(1 - Math.Pow(SecondDecay, _steps));
        // Each number is held until libtorch has done with it, see TensorMath.
        using Scalar toSecond = (1 - SecondDecay).ToScalar(), minusRate = (-rate).ToScalar();
        foreach ((_, Tensor weight, Tensor first, Tensor second) in _weights)
        {
            if (weight.grad is not { } gradient) continue;
            if (shorten < 1) gradient.MultiplyBy(shorten);
            weight.MultiplyBy(1 - (learningRate * _decay));
            first.MultiplyBy(FirstDecay);
            first.Add(gradient, 1 - FirstDecay);
            second.MultiplyBy(SecondDecay);
            second.addcmul_(gradient, gradient, toSecond);
            weight.addcdiv_(first, second.sqrt().Over(root).Plus(Epsilon), minusRate);
            gradient.zero_();
        }
    }

    /// <summary>The state by name; the tensors are the optimizer's own, not copies, but for <c>steps</c>.</summary>
    /// <returns>They belong to the caller's dispose scope.</returns>
    public IReadOnlyDictionary<string, Tensor> State()
    {
        var state = new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["steps"] = tensor(_steps) };
        foreach ((string name, _, Tensor first, Tensor second) in _weights) (state[$"first.{name}"], state[$"second.{name}"]) = (first, second);
        return state;
    }

    /// <summary>Takes over a state.</summary>
    /// <exception cref="InvalidDataException">It is not that of an optimizer of this network.</exception>
    public void Restore(IReadOnlyDictionary<string, Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        using IDisposable still = no_grad();
        _steps = Find("steps", []).data<long>().ToArray()[0];
        foreach ((string name, _, Tensor first, Tensor second) in _weights)
        {
            first.copy_(Find($"first.{name}", first.shape));
            second.copy_(Find($"second.{name}", second.shape));
        }

        Tensor Find(string name, long[] shape) => state.TryGetValue(name, out Tensor? found) && found.shape.AsSpan().SequenceEqual(shape)
            ? found : throw new InvalidDataException($"The optimizer's state lacks '{name}', or has it in another shape.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((_, _, Tensor first, Tensor second) in _weights)
        {
            first.Dispose();
            second.Dispose();
        }
    }
}
