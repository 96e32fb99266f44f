namespace StrokeFramework.FcmActiveContour.Contour;

/// <summary>Runs a contour until it rests.</summary>
internal sealed class ContourEvolution
{
    /// <summary>The contour rests when so many steps together changed next to nothing: one voxel takes some steps to cross.</summary>
    public const int UsualQuietSteps = 10;

    /// <summary>The part of the voxels where the contour may move that is next to nothing.</summary>
    private const double QuietPart = 0.001;

    /// <summary>A contour that moves by its slope must not jump over a voxel, nor over the edge that it is to rest on.</summary>
    private const float LongestMove = 0.5f;

    private readonly ContourBox _box;
    private readonly ContourModel _model;
    private readonly float _smoothness;
    private readonly float _timeStep;
    private readonly int _quietSteps;

    /// <param name="box">Domain and start.</param>
    /// <param name="model">What drives it.</param>
    /// <param name="smoothness">Weight mu of the contour's length, in mm.</param>
    /// <param name="timeStep">dt.</param>
    /// <param name="quietSteps">Rests when so many steps together changed next to nothing.</param>
    public ContourEvolution(ContourBox box, ContourModel model, double smoothness, double timeStep, int quietSteps = UsualQuietSteps)
    {
        _quietSteps = quietSteps;
        (_box, _model, _smoothness, _timeStep) = (box, model, (float)(smoothness / box.Voxel), (float)timeStep);
    }

    /// <summary>Steps made.</summary>
    public int Steps { get; private set; }

    /// <summary>Evolves the contour.</summary>
    /// <param name="maximumSteps">Most steps.</param>
    /// <param name="history">Takes energy and volume at the start and after each step, or null.</param>
    /// <param name="cancellation">Looked at in each step.</param>
    public void Run(int maximumSteps, ContourHistory? history, CancellationToken cancellation)
    {
        var step = new LevelSetStep(_box, _model);
        var recent = new Queue<int>(_quietSteps);
        int free = 0, changed = 0;
        foreach (float place in _box.Free) free += place > 0 ? 1 : 0;
        for (; Steps < maximumSteps && (recent.Count < _quietSteps || changed > QuietPart * free); Steps++)
        {
            cancellation.ThrowIfCancellationRequested();
            _model.Update();
            history?.Add(_box, _model, _smoothness);
            if (recent.Count == _quietSteps) changed -= recent.Dequeue();
            recent.Enqueue(step.Run(_smoothness, TimeStep()));
            changed += recent.Last();
        }

        _model.Update();
        history?.Add(_box, _model, _smoothness);
    }

    private float TimeStep()
    {
        if (!_model.MovesBySlope) return _timeStep;
        float fastest = 0;
        foreach (float force in _model.Force) fastest = Math.Max(fastest, Math.Abs(force));
        return Math.Min(_timeStep, LongestMove / Math.Max(1, fastest));
    }
}
