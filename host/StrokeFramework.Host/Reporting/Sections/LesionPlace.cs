using StrokeFramework.Host.Reporting.Drawing;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>Where a lesion lies.</summary>
/// <param name="Center">Mean position of its voxels, RAS+ mm.</param>
/// <param name="FirstSlice">Lowest slice index.</param>
/// <param name="LastSlice">Highest slice index.</param>
internal readonly record struct LesionPlace(Point3 Center, int FirstSlice, int LastSlice)
{
    /// <summary>Measures a lesion on its grid.</summary>
    public static LesionPlace Of(Lesion lesion, VolumeGeometry geometry)
    {
        GridSize size = geometry.Size;
        int axis = geometry.SuperiorAxis, first = int.MaxValue, last = int.MinValue;
        Point3 sum = default;
        foreach (int voxel in lesion.Voxels.Span)
        {
            var index = new Point3(voxel % size.I, voxel / size.I % size.J, voxel / size.SliceCount);
            sum += index;
            first = Math.Min(first, (int)index[axis]);
            last = Math.Max(last, (int)index[axis]);
        }

        return new(geometry.IndexToWorld.Apply(1.0 / lesion.Voxels.Length * sum), first, last);
    }

    /// <summary>The centre as three numbers.</summary>
    public string Describe() => $"{NumberText.Fixed(Center.X, 1)}, {NumberText.Fixed(Center.Y, 1)}, {NumberText.Fixed(Center.Z, 1)}";
}
