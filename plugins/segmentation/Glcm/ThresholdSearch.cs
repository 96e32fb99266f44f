using StrokeFramework.Imaging;

namespace StrokeFramework.Glcm;

/// <summary>The method on one slice or on the whole volume, once its pairs are counted.</summary>
internal sealed class ThresholdSearch(GlcmSettings settings, RunRecorder? recorder)
{
    /// <summary>100 pairs for a smallest lesion of 30 pixels: a compact one has more, scattered noise fewer.</summary>
    private const double PairsPerVoxel = 100.0 / 30;

    private const double LeastPairs = 8;

    private readonly LesionCleanup _cleanup = new(settings.MinimumVolume, settings.MinimumArea, settings.MaximumHole);

    /// <summary>Finds a threshold for each side and labels what lies beyond it.</summary>
    public void Run(StudySlab slab, CooccurrenceMatrix matrix, Span<byte> labels)
    {
        CrossSection section = CrossSection.Of(matrix);
        double leastPairs = Math.Max(LeastPairs, PairsPerVoxel * _cleanup.MinimumVoxels(slab));
        foreach (LesionPolarity polarity in settings.Side.Polarities())
        {
            SideThreshold side = ThresholdFinder.Find(matrix, section, polarity, settings, leastPairs);
            int voxels = side.IsLesion ? _cleanup.Apply(slab, polarity, side.Intensity, labels) : 0;
            recorder?.Add(new(slab.Index, matrix, section, side, voxels));
        }
    }
}
