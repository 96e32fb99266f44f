using System.Diagnostics;
using StrokeFramework.RCnn.Images;
using StrokeFramework.RCnn.Network;

namespace StrokeFramework.RCnn.Training;

/// <summary>Trains a network. With the same seed it gives the same weights, on any number of threads, interrupted or not.</summary>
internal sealed class Trainer
{
    // What a step draws must not depend on how training got there.
    private const int PlanStream = 1, WeightStream = 2, FirstStepStream = 1000;

    private const double JudgedFrom = 0.05, LeastDecision = 0.01;

    // The first state is kept soon, so that whoever stops early has one too.
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5), KeepFirst = TimeSpan.FromSeconds(2), KeepEvery = TimeSpan.FromSeconds(60);

    private readonly RCnnSettings _settings;
    private readonly StageContext _context;
    private readonly RCnnNetwork _network;

    /// <summary>Prepares a training.</summary>
    /// <param name="settings">The parameters.</param>
    /// <param name="network">The network, whose weights are replaced.</param>
    /// <param name="context">Seed, threads, watchers and checkpoints.</param>
    public Trainer(RCnnSettings settings, RCnnNetwork network, StageContext context)
    {
        (_settings, _network, _context) = (settings, network, context);
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
        using var learner = new SliceLearner(_settings, _network, descent, _context.MaxDegreeOfParallelism);
        var state = new TrainingState(_network, descent);
        Resume(state);
        using var reader = new StudyReader(examples, plan.OrderFrom(state.Step), _network.Architecture, _context);
        JudgedSlice[] judges = [.. plan.Judges.Select(_ => reader.Next()).SelectMany(s => s.Judged())];
        var pool = new SlicePool(_network.Architecture.Classes.Count, _settings.Window);
        int held = Math.Max(0, plan.ReadBefore(state.Step) - plan.HeldBefore(state.Step));
        var report = new StepReport(plan.Steps, _settings.BatchSize, state.Step, _context);
        try
        {
            Run(plan, state, learner, pool, held, reader, judges, report);
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
        if (judges.Length > 0) SetScores(judges);
        report.Show(state.Step);
    }

    private void Run(TrainingPlan plan, TrainingState state, SliceLearner learner, SlicePool pool, int held, StudyReader reader, JudgedSlice[] judges, StepReport report)
    {
        long kept = Stopwatch.GetTimestamp();
        TimeSpan interval = KeepFirst;
        while (state.Step < plan.Steps && state.LooksSince < _settings.Patience)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            for (; held < plan.ReadBefore(state.Step); held++) pool.Add(reader.Next());
            report.Add(learner.Run(state.Step, Choose(state.Step, pool), plan.RateOf(state.Step), _context.CancellationToken));
            state.Step++;
            if (judges.Length > 0 && (state.Step % plan.LookEvery == 0 || state.Step == plan.Steps))
            {
                double precision = Judge(judges).Mean();
                state.Judge(double.IsNaN(precision) ? 0 : precision);
                report.Judged(state.BestFigure);
            }

            report.ShowIfDue(state.Step, ReportEvery);
            if (_context.Training?.Checkpoints is { } checkpoints && Stopwatch.GetElapsedTime(kept) > interval)
            {
                checkpoints.Write(state.Write);
                (kept, interval) = (Stopwatch.GetTimestamp(), KeepEvery);
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

    // A generator for each slice: what is drawn for one does not depend on what another one shows.
    private (SliceExample Slice, Random Random)[] Choose(int step, SlicePool pool) => [.. Enumerable.Range(0, _settings.BatchSize).Select(n =>
    {
        Random random = _context.CreateRandom(unchecked(FirstStepStream + (step * _settings.BatchSize) + n));
        return (pool.Choose(_settings.LesionShare, random) ?? throw new StageException("None of the studies shows anything to learn from: all of their images are zero or not finite. Look at the images."), random);
    })];

    private AveragePrecision Judge(JudgedSlice[] slices)
    {
        var figure = new AveragePrecision(_network.Architecture.Classes.Count);
        var rule = DetectionRule.Of(_settings) with { ScoreThreshold = Math.Min(JudgedFrom, _settings.ScoreThreshold) };
        var found = new IReadOnlyList<FoundBox>[slices.Length];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = _context.MaxDegreeOfParallelism, CancellationToken = _context.CancellationToken }, n =>
        {
            NetworkThreads.Use(1);
            using DisposeScope scope = NewDisposeScope();
            found[n] = PictureDetector.Find(_network, slices[n].Slice.Picture(), rule);
        });
        for (int n = 0; n < found.Length; n++) figure.Add(found[n], slices[n].Slice.Boxes, slices[n].Slice.Labels, slices[n].Weight);
        return figure;
    }

    // Half of the regions that were learned from are lesion, of those that are looked at hardly one in a hundred: scores are
    // too high. Background is made likelier until boxes are best told from a score of one half on.
    private void SetScores(JudgedSlice[] judges)
    {
        if (Judge(judges).DecisionScore() is not { } score) return;
        score = Math.Clamp(score, LeastDecision, 1 - LeastDecision);
        _network.Regions.RaiseBackground(Math.Log(score / (1 - score)));
        _context.Log?.Information(FormattableString.Invariant($"On those slices boxes are best told from a score of {score:0.00} on; scores are moved so that this is 0.5."));
    }
}
