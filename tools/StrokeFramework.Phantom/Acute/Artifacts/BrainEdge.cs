using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// How deep every voxel lies in the brain, and the places near the skull base that artifacts start from. Bands favor the
/// sides, where the petrous bones are.
/// </summary>
internal sealed class BrainEdge
{
    // In mm: how deep below the edge artifacts start; what counts as the side; and how far before or behind the middle.
    private const float BandDepth = 8, BlobDepth = 4, Lateral = 20, Middle = 50;

    private const double Sideways = 0.7;

    private readonly AcuteScene _scene;
    private readonly List<int> _low = [], _shallow = [], _sides = [];

    public BrainEdge(AcuteScene scene, float[] depth, AcuteArtifactSettings settings)
    {
        (_scene, Depth) = (scene, depth);
        float lowest = float.PositiveInfinity;
        Vector3 sum = default;
        int count = 0;
        foreach (int v in scene.Voxels)
        {
            if (depth[v] is 0 or > BandDepth) continue;
            Vector3 place = scene.Place(v);
            lowest = MathF.Min(lowest, place.Z);
            sum += place;
            count++;
        }

        Vector3 center = sum / Math.Max(1, count);
        Axis = center.X;
        foreach (int v in scene.Voxels)
        {
            if (depth[v] is 0 or > BandDepth) continue;
            Vector3 place = scene.Place(v);
            float height = place.Z - lowest;
            if (height < settings.BaseHeight.From || height > settings.BaseHeight.To) continue;
            _low.Add(v);
            if (depth[v] <= BlobDepth) _shallow.Add(v);
            if (MathF.Abs(place.X - center.X) > Lateral && MathF.Abs(place.Y - center.Y) < Middle) _sides.Add(v);
        }
    }

    /// <summary>Distance to the nearest voxel outside the brain, in mm; 0 outside.</summary>
    public float[] Depth { get; }

    /// <summary>The middle of the brain from left to right, in mm from the grid's first corner.</summary>
    public float Axis { get; }

    /// <summary>A place for a band, or null where the grid shows no skull base.</summary>
    public Vector3? DrawBandPlace(PhantomRandom random) => Draw(random.Chance(Sideways) && _sides.Count > 0 ? _sides : _low, random);

    /// <summary>A place for a blob, or null where the grid shows no skull base.</summary>
    public Vector3? DrawBlobPlace(PhantomRandom random) => Draw(_shallow, random);

    private Vector3? Draw(List<int> places, PhantomRandom random) => places.Count == 0 ? null : _scene.Place(places[random.NextInt(places.Count)]);
}
