namespace StrokeFramework;

/// <summary>An upright box in one slice, in continuous voxel indices: voxel i covers [i - 0.5, i + 0.5].</summary>
/// <param name="Slice">Slice index k.</param>
/// <param name="MinI">Left edge along i.</param>
/// <param name="MinJ">Upper edge along j.</param>
/// <param name="MaxI">Right edge along i, at least <paramref name="MinI"/>.</param>
/// <param name="MaxJ">Lower edge along j, at least <paramref name="MinJ"/>.</param>
public readonly record struct SliceBox(int Slice, double MinI, double MinJ, double MaxI, double MaxJ)
{
    /// <summary>Extent along i, in voxels.</summary>
    public double Width => MaxI - MinI;

    /// <summary>Extent along j, in voxels.</summary>
    public double Height => MaxJ - MinJ;

    /// <summary>The world positions of the first and the last corner, in mm.</summary>
    public (Point3 Min, Point3 Max) ToWorld(VolumeGeometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        return (geometry.ToWorld(MinI, MinJ, Slice), geometry.ToWorld(MaxI, MaxJ, Slice));
    }
}
