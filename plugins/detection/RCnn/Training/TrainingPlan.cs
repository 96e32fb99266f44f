namespace StrokeFramework.RCnn.Training;

/// <summary>What is learned when: it follows from the number of studies and the parameters.</summary>
internal sealed class TrainingPlan
{
    private const int FirstStudies = 8, Looks = 20, LeastToJudge = 20, MostJudges = 32, WarmUp = 100;
    private const double LastRate = 0.01;

    private readonly RCnnSettings _settings;
    private readonly int[] _learned;

    /// <summary>Makes the plan.</summary>
    /// <param name="studies">How many there are.</param>
    /// <param name="settings">The parameters.</param>
    /// <param name="random">Puts them in order.</param>
    public TrainingPlan(int studies, RCnnSettings settings, Random random)
    {
        _settings = settings;
        int[] order = [.. Enumerable.Range(0, studies)];
        random.Shuffle(order);
        int judges = studies < LeastToJudge ? 0 : Math.Min(MostJudges, (int)Math.Round(settings.ValidationShare * studies));
        Judges = order[..judges];
        _learned = order[judges..];
        Steps = checked(settings.Passes * _learned.Length * settings.StepsPerStudy);
        LookEvery = Math.Max(1, Steps / Looks);
    }

    /// <summary>The studies that training is judged by.</summary>
    public IReadOnlyList<int> Judges { get; }

    /// <summary>Steps in all.</summary>
    public int Steps { get; }

    /// <summary>Steps from one look at those studies to the next.</summary>
    public int LookEvery { get; }

    /// <summary>How many studies have been read before a step, counted over all passes.</summary>
    public int ReadBefore(int step)
    {
        int read = FirstStudies + (step / _settings.StepsPerStudy);
        // What is held anyway is not read again.
        return Math.Min(read, _learned.Length <= _settings.Window ? _learned.Length : _learned.Length * _settings.Passes);
    }

    /// <summary>The studies in the order in which they are read for steps from one on.</summary>
    /// <param name="step">The step; what the pool holds before it comes first.</param>
    public IEnumerable<int> OrderFrom(int step)
    {
        foreach (int study in Judges) yield return study;
        int end = ReadBefore(Steps);
        for (int n = Math.Max(0, ReadBefore(step) - _settings.Window); n < end; n++) yield return _learned[n % _learned.Length];
    }

    /// <summary>How many studies the pool is given before a step on which training starts.</summary>
    public int HeldBefore(int step) => Math.Min(_settings.Window, ReadBefore(step));

    /// <summary>The learning rate of a step: rising at first, then falling along a cosine.</summary>
    public double RateOf(int step)
    {
        double warm = Math.Min(WarmUp, Math.Max(1, Steps / 10));
        if (step < warm) return _settings.LearningRate * (step + 1) / warm;
        double done = (step - warm) / Math.Max(1, Steps - warm);
        return _settings.LearningRate * (LastRate + ((1 - LastRate) * (1 + Math.Cos(Math.PI * done)) / 2));
    }
}
