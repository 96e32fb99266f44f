using StrokeFramework.Imaging;

namespace StrokeFramework.RadiologicalFeatures;

/// <summary>The same place in the other hemisphere, for the voxels of lesions.</summary>
internal sealed class Hemispheres
{
    private readonly VolumeGeometry _geometry;
    private readonly MidsagittalPlane _plane;
    private readonly double _least;

    // By lesion: the distance of each voxel from the plane, and the stored index of its mirror image or -1.
    private readonly Dictionary<int, (double[] Distances, int[] Mirrors)> _byLesion = [];

    /// <summary>Finds the plane between the hemispheres, and the mirror image of each lesion.</summary>
    /// <param name="study">The study.</param>
    /// <param name="lesions">The lesions, on its grid.</param>
    /// <param name="least">The least part of a lesion whose mirror image must be usable.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    public Hemispheres(DiffusionStudy study, LesionSet lesions, double least, CancellationToken cancellation)
    {
        (_geometry, _least) = (study.Geometry, least);
        var mapper = new SliceMapper(study);
        StudySlab volume = mapper.Volume;
        _plane = MidsagittalPlane.Find(volume, cancellation);

        // Lesions are stored as the file is; the plane lies in canonical order.
        int count = study.Dwi.Voxels.Length;
        var stored = new int[count];
        for (int v = 0; v < count; v++) stored[v] = v;
        ReadOnlySpan<int> storedOf = mapper.Grid.Reorder<int>(stored).Span;
        var canonicalOf = new int[count];
        for (int v = 0; v < count; v++) canonicalOf[storedOf[v]] = v;

        var inLesion = new bool[count];
        foreach (Lesion lesion in lesions.Lesions)
        {
            foreach (int v in lesion.Voxels.Span) inLesion[v] = true;
        }

        foreach (Lesion lesion in lesions.Lesions)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<int> voxels = lesion.Voxels.Span;
            var distances = new double[voxels.Length];
            var mirrors = new int[voxels.Length];
            for (int n = 0; n < voxels.Length; n++)
            {
                int canonical = canonicalOf[voxels[n]];
                distances[n] = _plane.DistanceTo(At(canonical, volume));
                int mirror = _plane.MirrorOf(canonical, volume);
                mirrors[n] = mirror < 0 || volume.Brain[mirror] == 0 || inLesion[storedOf[mirror]] ? -1 : storedOf[mirror];
            }

            _byLesion[lesion.Number] = (distances, mirrors);
        }
    }

    /// <summary>How far the plane is turned in the slice, in degrees; positive where its front points to the patient's left.</summary>
    public double Angle => Math.Atan2(_plane.Normal.Y, _plane.Normal.X) * 180 / Math.PI;

    /// <summary>Mean of an image over a lesion, divided by that over its mirror image; NaN where too little of that is usable.</summary>
    public double Ratio(Lesion lesion, Volume<float> image)
    {
        ReadOnlySpan<int> voxels = lesion.Voxels.Span;
        int[] mirrors = _byLesion[lesion.Number].Mirrors;
        double own = 0, other = 0;
        int owns = 0, others = 0;
        for (int n = 0; n < voxels.Length; n++)
        {
            float value = image.Span[voxels[n]];
            if (float.IsFinite(value)) (own, owns) = (own + value, owns + 1);
            if (mirrors[n] >= 0 && float.IsFinite(image.Span[mirrors[n]])) (other, others) = (other + image.Span[mirrors[n]], others + 1);
        }

        if (owns == 0 || others < _least * voxels.Length || others == 0 || !(other > 0)) return double.NaN;
        return own / owns / (other / others);
    }

    /// <summary>The share of a lesion right of the plane less that left of it.</summary>
    public double SideOf(Lesion lesion)
    {
        double[] distances = _byLesion[lesion.Number].Distances;
        return distances.Sum(d => (double)Math.Sign(d)) / distances.Length;
    }

    /// <summary>1 where a lesion's mirror image lies.</summary>
    public Volume<float> Compared()
    {
        var map = new float[_geometry.Size.Count];
        foreach ((_, int[] mirrors) in _byLesion.Values)
        {
            foreach (int v in mirrors)
            {
                if (v >= 0) map[v] = 1;
            }
        }

        return new(_geometry, map);
    }

    private static Point3 At(int voxel, StudySlab volume) =>
        new(voxel % volume.Size.I * volume.Spacing.X, voxel / volume.Size.I % volume.Size.J * volume.Spacing.Y, voxel / volume.Size.SliceCount * volume.Spacing.Z);
}
