namespace StrokeFramework.FcmActiveContour.Contour;

/// <summary>How a contour went: for the report.</summary>
internal sealed class ContourHistory
{
    private readonly List<double> _energy = [];
    private readonly List<double> _volume = [];

    /// <summary>Weighted length and region energy, in voxels, at the start and after each step.</summary>
    public IReadOnlyList<double> Energy => _energy;

    /// <summary>Voxels inside.</summary>
    public IReadOnlyList<double> Volume => _volume;

    public void Add(ContourBox box, ContourModel model, double smoothness)
    {
        double length = 0, volume = 0;
        for (int p = 0; p < box.Level.Length - Math.Max(box.StepZ, box.RowStride); p++)
        {
            if (box.Domain[p] == 0) continue;
            if (box.Level[p] > 0) volume++;
            length += Crossing(box, model, p, 1, box.WeightX) + Crossing(box, model, p, box.RowStride, box.WeightY);
            if (box.StepZ > 0) length += Crossing(box, model, p, box.StepZ, box.WeightZ);
        }

        _energy.Add((smoothness * length) + model.RegionEnergy());
        _volume.Add(volume);
    }

    /// <summary>The weighted face between two voxels when the contour runs through it.</summary>
    private static double Crossing(ContourBox box, ContourModel model, int p, int step, float weight) =>
        box.Domain[p + step] > 0 && box.Level[p] > 0 != box.Level[p + step] > 0 ? 0.5 * Math.Sqrt(weight) * (model.Edge[p] + model.Edge[p + step]) : 0;
}
