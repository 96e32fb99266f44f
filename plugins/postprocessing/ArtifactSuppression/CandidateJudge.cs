using StrokeFramework.Imaging;

namespace StrokeFramework.ArtifactSuppression;

/// <summary>Measures each candidate's symmetry, place and thickness, and says which are artifacts.</summary>
internal sealed class CandidateJudge(ArtifactSuppressionSettings settings, StudySlab volume, MidsagittalPlane plane)
{
    private readonly float[] _depth = new float[volume.Brain.Length];
    private readonly bool[] _depthKnown = new bool[volume.Size.K];

    /// <summary>The plane of symmetry.</summary>
    public MidsagittalPlane Plane => plane;

    /// <summary>Judges the 26-connected candidates of one side, largest first.</summary>
    public List<Verdict> Of(ReadOnlySpan<byte> labels, LesionPolarity polarity)
    {
        var mask = new byte[labels.Length];
        for (int v = 0; v < mask.Length; v++) mask[v] = labels[v] == (byte)polarity ? (byte)1 : (byte)0;
        var verdicts = new List<Verdict>();
        if (!mask.AsSpan().Contains((byte)1)) return verdicts;
        float[] away = DistanceTransform.ToForeground(mask, volume.Size, volume.Spacing);
        var thickness = new float[mask.Length];
        int slice = volume.Size.SliceCount;
        for (int k = 0; k < volume.Size.K; k++)
        {
            if (!mask.AsSpan(k * slice, slice).Contains((byte)1)) continue;
            MeasureSlice(mask, k, thickness);
            if (!_depthKnown[k]) MeasureSlice(volume.Brain, k, _depth);
            _depthKnown[k] = true;
        }

        foreach (int[] voxels in ConnectedComponents.Label(mask, volume.Size, Connectivity.Full).Voxels())
        {
            double mirrored = (double)voxels.Count(v => HasImage(v, away)) / voxels.Length;
            double rim = (double)voxels.Count(v => _depth[v] <= settings.RimDepth) / voxels.Length;
            double half = voxels.Max(v => thickness[v]);
            verdicts.Add(new(voxels, mirrored, rim, half, ReasonFor(polarity, mirrored, rim, half)));
        }

        return verdicts;
    }

    private string ReasonFor(LesionPolarity polarity, double mirrored, double rim, double half)
    {
        if (mirrored > settings.MaximumMirrored) return "it has a mirror image";
        bool lines = polarity == LesionPolarity.Hyperintense && settings.RimDepth > 0 && rim >= settings.RimShare && half <= settings.RimHalfThickness;
        return lines ? "it lines the brain's edge" : "";
    }

    private bool HasImage(int v, float[] away)
    {
        int mirror = plane.MirrorOf(v, volume);
        return mirror >= 0 && away[mirror] <= settings.MirrorTolerance;
    }

    /// <summary>Distance of each voxel of a slice to the nearest background there, in mm.</summary>
    private void MeasureSlice(ReadOnlySpan<byte> mask, int k, float[] depth)
    {
        GridSize slice = volume.Size with { K = 1 };
        DistanceTransform.ToBackground(mask.Slice(k * slice.SliceCount, slice.SliceCount), slice, volume.Spacing).CopyTo(depth, k * slice.SliceCount);
    }
}
