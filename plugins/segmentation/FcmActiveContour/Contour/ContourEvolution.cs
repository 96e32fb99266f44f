namespace StrokeFramework.FcmActiveContour.Contour;

/// <summary>Runs a contour until it rests.</summary>
internal sealed class ContourEvolution
{
    /// <summary>The contour rests when so many steps in a row changed next to nothing.</summary>
    public const int UsualQuietSteps = 5;

    /// <summary>The part of the domain's voxels that is next to nothing.</summary>
    private const double QuietPart = 0.001;

    private readonly ContourBox _box;
    private readonly ContourModel _model;
    private readonly float _smoothness;
    private readonly float _timeStep;
    private readonly int _quietSteps;

    /// <param name="box">Domain and start.</param>
    /// <param name="model">What drives it.</param>
    /// <param name="smoothness">Weight mu of the contour's length, in mm.</param>
    /// <param name="timeStep">dt.</param>
    /// <param name="quietSteps">Rests after so many steps that changed next to nothing.</param>
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
        var step = new LevelSetStep(_box, _model.Edge);
        int domain = 0, quiet = 0;
        foreach (float inside in _box.Domain) domain += inside > 0 ? 1 : 0;
        for (; Steps < maximumSteps && quiet < _quietSteps; Steps++)
        {
            cancellation.ThrowIfCancellationRequested();
            _model.Update();
            history?.Add(_box, _model, _smoothness);
            int changed = step.Run(_model.Force, _smoothness, _timeStep, _model.MovesBySlope);
            quiet = changed <= QuietPart * domain ? quiet + 1 : 0;
        }

        _model.Update();
        history?.Add(_box, _model, _smoothness);
    }
}
