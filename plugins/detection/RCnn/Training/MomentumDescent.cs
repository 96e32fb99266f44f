using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Training;

/// <summary>Stochastic gradient descent with momentum. What it remembers can be kept with a checkpoint.</summary>
internal sealed class MomentumDescent
{
    private readonly (string Name, Parameter Weight, Tensor Velocity)[] _parts;
    private readonly RCnnSettings _settings;

    /// <summary>Starts at rest.</summary>
    public MomentumDescent(nn.Module network, RCnnSettings settings)
    {
        _settings = settings;
        _parts = [.. network.named_parameters().Select(p => (p.name, p.parameter, zeros_like(p.parameter).detach().DetachFromDisposeScope()))];
    }

    /// <summary>The velocities by the names of the weights; they are its own, not copies.</summary>
    public IEnumerable<(string Name, Tensor Velocity)> Velocities => _parts.Select(p => (p.Name, p.Velocity));

    /// <summary>Moves the weights against their gradients, and forgets these.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="largestGradient">A gradient longer than this is shortened to it.</param>
    /// <returns>The gradient's length; not finite when there is something wrong, and then nothing has been moved.</returns>
    public double Step(double rate, double largestGradient)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        var gradients = _parts.Select(p => p.Weight.grad).ToArray();
        double length = 0;
        foreach (Tensor? gradient in gradients)
        {
            if (gradient is not null) length += (gradient * gradient).sum().item<float>();
        }

        length = Math.Sqrt(length);
        if (!double.IsFinite(length)) return length;
        double shorten = length > largestGradient ? largestGradient / length : 1;
        for (int n = 0; n < _parts.Length; n++)
        {
            (string _, Parameter weight, Tensor velocity) = _parts[n];
            if (gradients[n] is not { } gradient) continue;
            velocity.MultiplyBy(_settings.Momentum);
            velocity.Add(gradient, shorten);
            // Offsets and scales are not drawn to 0.
            if (weight.shape.Length > 1) velocity.Add(weight, _settings.WeightDecay);
            weight.Add(velocity, -rate);
            gradient.zero_();
        }

        return length;
    }
}
