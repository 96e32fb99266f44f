using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>Puts a shape on the grid: finds the level that gives the volume wanted, then the share of every voxel.</summary>
internal static class LesionRasterizer
{
    private const float FarOutside = 1000;

    /// <summary>Rasterizes a shape, or returns null when the box holds too little tissue for the volume wanted.</summary>
    public static LesionField? Rasterize(LesionShape shape, LesionParameters parameters, bool displacesCsf, TissueMaps maps, int slabSamples)
    {
        VolumeGeometry geometry = maps.Geometry;
        Vector3 at = maps.Frame.ToWorld(shape.Center);
        VoxelBox box = VoxelBox.Around(geometry, new(at.X, at.Y, at.Z), shape.Reach * 1.1);
        if (box.Count == 0) return null;
        float[] center = new float[box.Count];
        Fill(center, shape, maps, box, 0, (_, v) => maps.Parenchyma(v) + maps.Csf[v] > 0);
        if ((shape.FixedLevel ?? FindLevel(center, box, maps, parameters.TargetVolume)) is not { } level) return null;

        float edge = (float)Math.Min(parameters.EdgeWidth, 0.8 * level);
        float rim = parameters.Rim is null ? 0 : (float)Math.Min(parameters.RimThickness, 0.25 * level);
        var core = new float[box.Count];
        float[] ring = rim > 0 ? new float[box.Count] : [];
        float share = 1f / slabSamples;
        // Away from the outline a slice's other samples are as its middle one.
        float near = edge + rim + (1.5f * (float)geometry.Spacing.Z);
        var field = (float[])center.Clone();
        for (int sample = 0; sample < slabSamples; sample++)
        {
            float shift = ((sample + 0.5f) / slabSamples) - 0.5f;
            if (shift != 0) Fill(field, shape, maps, box, shift, (p, _) => MathF.Abs(center[p] - level) < near);
            else center.CopyTo(field, 0);
            for (int p = 0; p < field.Length; p++)
            {
                float whole = Implicit.Cover(field[p] - level, edge);
                if (whole == 0) continue;
                if (rim == 0)
                {
                    core[p] += share * whole;
                    continue;
                }

                float inner = Implicit.Cover(field[p] - (level - rim), edge);
                core[p] += share * inner;
                ring[p] += share * (whole - inner);
            }
        }

        return new() { Parameters = parameters, Shape = shape.Name, DisplacesCsf = displacesCsf, Box = box, Core = core, Rim = ring };
    }

    // The shape's field at every voxel that is wanted, at a fraction of a slice from the middle; the rest stays as it is,
    // or is far outside where nothing was.
    private static void Fill(float[] field, LesionShape shape, TissueMaps maps, VoxelBox box, float shift, Func<int, int, bool> wanted)
    {
        GridSize size = maps.Geometry.Size;
        int p = 0;
        for (int k = box.K0; k < box.K1; k++)
        {
            for (int j = box.J0; j < box.J1; j++)
            {
                Vector3 at = maps.Frame.ToUnwarped(TissueRasterizer.World(maps.Geometry, box.I0, j, k + shift));
                Vector3 step = maps.Frame.ToUnwarped(TissueRasterizer.World(maps.Geometry, box.I0 + 1, j, k + shift)) - at;
                int row = size.IndexOf(box.I0, j, k);
                for (int i = 0; i < box.I; i++, p++)
                {
                    if (wanted(p, row + i)) field[p] = shape.At(maps.Frame.Warp(at + (i * step)));
                    else if (shift == 0) field[p] = FarOutside;
                }
            }
        }
    }

    // The level below which the parenchyma adds up to the target.
    private static float? FindLevel(float[] field, VoxelBox box, TissueMaps maps, double targetVolume)
    {
        var levels = new List<float>(box.Count / 2);
        GridSize size = maps.Geometry.Size;
        int p = 0;
        for (int k = box.K0; k < box.K1; k++)
        {
            for (int j = box.J0; j < box.J1; j++)
            {
                int row = size.IndexOf(box.I0, j, k);
                for (int i = 0; i < box.I; i++, p++)
                {
                    if (maps.Parenchyma(row + i) >= 0.5f) levels.Add(field[p]);
                }
            }
        }

        int wanted = (int)Math.Ceiling(targetVolume * 1000 / maps.Geometry.VoxelVolume);
        if (levels.Count <= wanted) return null;
        levels.Sort();
        return levels[wanted];
    }
}
