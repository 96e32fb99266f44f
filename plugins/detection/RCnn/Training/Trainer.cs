using System.Diagnostics;
using StrokeFramework.RCnn.Images;
using StrokeFramework.RCnn.Network;

namespace StrokeFramework.RCnn.Training;

/// <summary>Trains a network. With the same seed and number of threads it gives the same weights, interrupted or not.</summary>
internal sealed class Trainer
{
    private const double LargestGradient = 40;

    // What a step draws must not depend on how training got there.
    private const int PlanStream = 1, WeightStream = 2, FirstStepStream = 1000;

    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5), KeepEvery = TimeSpan.FromSeconds(60);

    private readonly RCnnSettings _settings;
    private readonly StageContext _context;
    private readonly RCnnNetwork _network;
    private readonly Augmentation _augmentation;

    /// <summary>Prepares a training.</summary>
    /// <param name="settings">The parameters.</param>
    /// <param name="network">The network, whose weights are replaced.</param>
    /// <param name="context">Seed, threads, watchers and checkpoints.</param>
    public Trainer(RCnnSettings settings, RCnnNetwork network, StageContext context)
    {
        (_settings, _network, _context) = (settings, network, context);
        _augmentation = new Augmentation(settings);
    }

    /// <summary>Trains, and leaves the network with its best weights.</summary>
    /// <param name="examples">The studies.</param>
    /// <param name="initial">Weights to start from, or null.</param>
    /// <exception cref="StageException">The examples cannot be learned from.</exception>
    public void Train(IReadOnlyList<DetectionExample> examples, IReadOnlyDictionary<string, Tensor>? initial)
    {
        var plan = new TrainingPlan(examples.Count, _settings, _context.CreateRandom(PlanStream));
        if (initial is null) StartingWeights.Draw(_network, _context.CreateRandom(WeightStream));
        else NetworkWeights.Put(_network, initial);
        var descent = new MomentumDescent(_network, _settings);
        var state = new TrainingState(_network, descent);
        Resume(state);
        using var reader = new StudyReader(examples, plan.OrderFrom(state.Step), _network.Architecture, _context);
        SliceExample[] judges = [.. plan.Judges.Select(_ => reader.Next()).SelectMany(s => s.WithBoxes.Concat(s.WithoutBoxes))];
        var pool = new SlicePool(_network.Architecture.Classes.Count, _settings.Window);
        int held = Math.Max(0, plan.ReadBefore(state.Step) - plan.HeldBefore(state.Step));
        var report = new StepReport(plan.Steps, _settings.BatchSize, state.Step, _context);
        try
        {
            Run(plan, state, descent, pool, held, reader, judges, report);
        }
        catch (OperationCanceledException)
        {
            // Between two steps or within one, weights and velocities are those of the last step that was done.
            _context.Training?.Checkpoints?.Write(state.Write);
            throw;
        }

        if (state.Step < plan.Steps) _context.Log?.Information(FormattableString.Invariant($"Training ended at step {state.Step} of {plan.Steps}: {state.LooksSince} looks in a row saw no improvement."));
        if (judges.Length > 0) _context.Log?.Information(FormattableString.Invariant($"Average precision at an overlap of 0.5 on slices of {plan.Judges.Count} studies that were not learned from, by which the network was chosen: {state.BestFigure:0.000}."));
        state.TakeBest();
        report.Show(state.Step);
    }

    private void Run(TrainingPlan plan, TrainingState state, MomentumDescent descent, SlicePool pool, int held, StudyReader reader, SliceExample[] judges, StepReport report)
    {
        long kept = Stopwatch.GetTimestamp();
        while (state.Step < plan.Steps && state.LooksSince < _settings.Patience)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            for (; held < plan.ReadBefore(state.Step); held++) pool.Add(reader.Next());
            NetworkThreads.Use(_context.MaxDegreeOfParallelism);
            double[] losses = Step(state.Step, pool, descent, plan.RateOf(state.Step));
            report.Add(losses);
            state.Step++;
            if (judges.Length > 0 && (state.Step % plan.LookEvery == 0 || state.Step == plan.Steps))
            {
                state.Judge(Judge(judges));
                report.Judged(state.BestFigure);
            }

            report.ShowIfDue(state.Step, ReportEvery);
            if (_context.Training?.Checkpoints is { } checkpoints && Stopwatch.GetElapsedTime(kept) > KeepEvery)
            {
                checkpoints.Write(state.Write);
                kept = Stopwatch.GetTimestamp();
            }
        }
    }

    private void Resume(TrainingState state)
    {
        using Stream? kept = _context.Training?.Checkpoints?.Open();
        if (kept is null) return;
        try
        {
            state.Read(kept);
        }
        catch (InvalidDataException e)
        {
            throw new StageException($"The checkpoint cannot be gone on from: {e.Message} Delete it and train from the start.", e);
        }
    }

    // One slice after the other: their gradients add up, and nothing has to be padded to a common size.
    private double[] Step(int step, SlicePool pool, MomentumDescent descent, double rate)
    {
        Random random = _context.CreateRandom(FirstStepStream + step);
        var sums = new double[LossParts.Names.Count];
        for (int n = 0; n < _settings.BatchSize; n++)
        {
            using DisposeScope scope = NewDisposeScope();
            SliceExample slice = pool.Choose(_settings.LesionShare, random) ?? throw new StageException("None of the studies shows anything to learn from: all of their images are zero or not finite. Look at the images.");
            (Tensor picture, Tensor boxes, long[] labels) = _augmentation.Apply(slice, random);
            LossParts loss = RegionLoss.Of(_network, picture, boxes, labels, _settings.NegativeOverlap, random, _context.CancellationToken);
            _context.CancellationToken.ThrowIfCancellationRequested();
            loss.Total.Over(_settings.BatchSize).backward();
            double[] values = loss.Values();
            for (int v = 0; v < values.Length; v++) sums[v] += values[v] / _settings.BatchSize;
        }

        _context.CancellationToken.ThrowIfCancellationRequested();
        double gradient = descent.Step(rate, LargestGradient);
        if (!double.IsFinite(gradient)) throw new StageException(FormattableString.Invariant($"Training came apart at step {step + 1}: the loss is no longer a finite number. Set 'learningRate' lower than {_settings.LearningRate}."));
        return sums;
    }

    private double Judge(IReadOnlyList<SliceExample> slices)
    {
        var figure = new AveragePrecision(_network.Architecture.Classes.Count);
        var rule = DetectionRule.Of(_settings) with { ScoreThreshold = Math.Min(0.05, _settings.ScoreThreshold) };
        foreach (SliceExample slice in slices)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            figure.Add(PictureDetector.Find(_network, slice.Picture(), rule), slice.Boxes, slice.Labels);
        }

        double mean = figure.Mean();
        return double.IsNaN(mean) ? 0 : mean;
    }
}
