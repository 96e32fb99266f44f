using StrokeFramework.RCnn.Images;
using StrokeFramework.RCnn.Network;
using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Training;

/// <summary>
/// Learns from a few slices at a time. Each slice is one thread's work from beginning to end, in a copy of the network: two
/// threads on two slices are faster than two on the small maps of one, and nothing has to be padded to a common size.
/// Derivatives are added up in the order of the slices, so the weights don't depend on the number of threads.
/// </summary>
internal sealed class SliceLearner : IDisposable
{
    private const double LargestGradient = 40;

    private readonly RCnnSettings _settings;
    private readonly MomentumDescent _descent;
    private readonly Augmentation _augmentation;
    private readonly RCnnNetwork[] _networks; // the first is the one that learns

    /// <summary>Prepares for steps.</summary>
    /// <param name="settings">The parameters.</param>
    /// <param name="network">The network that learns.</param>
    /// <param name="descent">What moves its weights.</param>
    /// <param name="threads">How many threads there are.</param>
    public SliceLearner(RCnnSettings settings, RCnnNetwork network, MomentumDescent descent, int threads)
    {
        (_settings, _descent) = (settings, descent);
        _augmentation = new Augmentation(settings);
        _networks = [network, .. Enumerable.Range(1, Math.Max(0, Math.Min(threads, settings.BatchSize) - 1)).Select(_ => new RCnnNetwork(network.Architecture))];
    }

    /// <summary>Makes a step.</summary>
    /// <param name="step">Its number, for what is said when it fails.</param>
    /// <param name="slices">The slices, each with the generator of what is drawn for it.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="cancellation">Looked at between the parts; when it is cancelled nothing has been moved.</param>
    /// <returns>The mean losses, as <see cref="LossParts.Names"/> has them.</returns>
    /// <exception cref="StageException">The loss is no longer a finite number.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public double[] Run(int step, IReadOnlyList<(SliceExample Slice, Random Random)> slices, double rate, CancellationToken cancellation)
    {
        var losses = new double[slices.Count][];
        for (int first = 0; first < slices.Count; first += _networks.Length)
        {
            int count = Math.Min(_networks.Length, slices.Count - first);
            if (count == 1) Learn(0);
            else Side(count, Learn, cancellation);
            for (int n = 1; n < count; n++) TakeGradients(_networks[n]);

            void Learn(int n)
            {
                NetworkThreads.Use(1);
                if (n > 0) Follow(_networks[n]);
                using DisposeScope scope = NewDisposeScope();
                (SliceExample slice, Random random) = slices[first + n];
                (Tensor picture, float[] boxes, long[] labels) = _augmentation.Apply(slice, random);
                losses[first + n] = RegionLoss.Learn(_networks[n], picture, boxes, labels, _settings.NegativeOverlap, 1.0 / slices.Count, random, cancellation).Values();
            }
        }

        cancellation.ThrowIfCancellationRequested();
        double gradient = _descent.Step(rate, LargestGradient);
        if (!double.IsFinite(gradient)) throw new StageException(FormattableString.Invariant($"Training came apart at step {step + 1}: the loss is no longer a finite number. Set 'learningRate' lower than {_settings.LearningRate}."));
        return [.. Enumerable.Range(0, LossParts.Names.Count).Select(v => losses.Average(l => l[v]))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (RCnnNetwork copy in _networks.Skip(1)) copy.Dispose();
    }

    // What a thread meets is thrown as it is, and cancellation is nobody's fault.
    private static void Side(int count, Action<int> learn, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = count }, learn);
        }
        catch (AggregateException e)
        {
            cancellation.ThrowIfCancellationRequested();
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private void Follow(RCnnNetwork copy)
    {
        using IDisposable still = no_grad();
        foreach ((Parameter own, Parameter other) in _networks[0].parameters().Zip(copy.parameters()))
        {
            other.copy_(own);
            other.grad?.zero_();
        }
    }

    private void TakeGradients(RCnnNetwork copy)
    {
        using IDisposable still = no_grad();
        foreach ((Parameter own, Parameter other) in _networks[0].parameters().Zip(copy.parameters()))
        {
            if (other.grad is not { } gradient) continue;
            if (own.grad is { } sum) sum.Add(gradient, 1);
            else own.grad = gradient.clone();
        }
    }
}
