using System.Globalization;
using StrokeFramework.Networks;
using StrokeFramework.UNet.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.UNet.Training;

/// <summary>Fits the network's weights.</summary>
internal sealed class UNetTrainer(UNetSettings settings, IReadOnlyList<SegmentationExample> examples, StageContext context)
{
    // The learning rate falls to this part of its highest.
    private const double LowestRate = 0.02;

    private readonly NetworkPlan _plan = new(settings.Width, settings.Levels, settings.MaximumWidth, settings.WorkingSpacing);

    /// <summary>Trains, and gives the averaged weights.</summary>
    /// <exception cref="StageException">There is nothing to learn from, or the weights grew beyond all bounds.</exception>
    public UNetModel Train()
    {
        if (examples.Count == 0) throw new StageException("There is no study to learn from. Give at least one with its true mask.");
        int held = Math.Min(settings.ValidationStudies, examples.Count / 5);
        int readers = context.MaxDegreeOfParallelism == 1 ? 0 : Math.Max(1, context.MaxDegreeOfParallelism / 4);
        using var state = new TrainingState(_plan, settings, NetworkDevice.Open(settings.Device == ComputeDevice.Cuda ? "cuda" : "cpu"));
        Start(state);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        using var pool = new StudyPool(examples, held, settings, readers, n => context.CreateRandom(-1 - n), stop.Token);
        try
        {
            Validation? validation = held == 0 ? null : new(examples, held, settings);
            Run(state, pool, readers, validation);
            validation?.Describe(state.Average, _plan, context);
        }
        finally
        {
            stop.Cancel(); // so that nothing is read for a training that has ended
        }

        return UNetModel.Of(_plan, state.Average, settings);
    }

    private void Start(TrainingState state)
    {
        if (context.Training?.Initial is { } initial)
        {
            if (initial is not UNetModel model || model.Plan != _plan)
                throw new StageException($"The model to start from has another network ({(initial as UNetModel)?.Plan}), and the parameters ask for {_plan}. Set width, levels, maximumWidth and workingSpacing to the model's.");
            model.CopyTo(state.Network);
        }
        else
        {
            StartingWeights.Draw(state.Network, context.CreateRandom());
        }

        AveragedWeights.Follow(state.Average, state.Network, 0);
        using Stream? kept = context.Training?.Checkpoints?.Open();
        if (kept is null) return;
        try
        {
            state.Read(kept);
        }
        catch (InvalidDataException e)
        {
            throw new StageException($"The training cannot go on: {e.Message}", e);
        }
    }

    private void Run(TrainingState state, StudyPool pool, int readers, Validation? validation)
    {
        var clock = new TrainingClock(context.Training, state.Step, settings.Steps);
        var sampler = new SliceSampler(settings, _plan);
        using Tensor lesionWeight = tensor((float)settings.LesionWeight, device: state.Device);
        state.Network.train();
        while (state.Step < settings.Steps)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            pool.AdvanceTo(state.Step);
            if (pool.Studies.Count == 0) throw new StageException("None of the studies to learn from holds any signal.");
            // Those that read make one study in the time of two steps and sleep in between, so all learn.
            NetworkThreads.Use(context.MaxDegreeOfParallelism);
            sampler.Draw(pool, context.CreateRandom(state.Step + 1));
            Learn(state, sampler, lesionWeight, clock);
            state.Step++;
            if (validation is not null && (state.Step % settings.ValidationInterval == 0 || state.Step == settings.Steps))
                state.ValidationDice = validation.Measure(state.Average, _plan, context);
            if (!double.IsNaN(state.ValidationDice)) clock.Add("validation Dice", state.ValidationDice);
            clock.EndStep(state.Step, settings.Batch);
            if (clock.IsTimeToKeep(TimeSpan.FromSeconds(settings.CheckpointInterval))) context.Training!.Checkpoints!.Write(state.Write);
            context.Progress?.Report((double)state.Step / settings.Steps);
        }
    }

    private void Learn(TrainingState state, SliceSampler sampler, Tensor lesionWeight, TrainingClock clock)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor images = tensor(sampler.Images, [settings.Batch, NetworkPlan.Channels, sampler.Side, sampler.Side], device: state.Device);
        Tensor truth = tensor(sampler.Truth, [settings.Batch, sampler.Side, sampler.Side], device: state.Device);
        SegmentationLoss loss = SegmentationLoss.Of(state.Network.call(images), truth, lesionWeight);
        Tensor total = loss.Total(settings);
        float value = Number(total);
        if (!float.IsFinite(value))
            throw new StageException(string.Create(CultureInfo.InvariantCulture, $"The loss is no number any more after {state.Step} steps. Train with a lower learningRate than {settings.LearningRate}."));
        total.backward();
        state.Optimizer.Step(RateAt(state.Step), settings.GradientClip);
        // At first the averages follow faster, or they would keep what the network began with.
        AveragedWeights.Follow(state.Average, state.Network, Math.Min(settings.Averaging, (1.0 + state.Step) / (10 + state.Step)));
        clock.Add("loss", value);
        clock.Add("cross-entropy", Number(loss.CrossEntropy));
        clock.Add("batch Dice loss", Number(loss.BatchDice));
        clock.Add("slice Dice loss", Number(loss.SliceDice));
    }

    private static float Number(Tensor tensor) => tensor.detach().cpu().data<float>().ToArray()[0];

    private double RateAt(int step)
    {
        double rise = settings.WarmUp == 0 ? 1 : Math.Min(1, (step + 1.0) / settings.WarmUp);
        double fall = 0.5 * (1 + Math.Cos(Math.PI * step / settings.Steps));
        return settings.LearningRate * rise * (LowestRate + ((1 - LowestRate) * fall));
    }
}
