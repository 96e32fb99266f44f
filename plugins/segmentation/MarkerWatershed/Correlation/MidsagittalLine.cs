namespace StrokeFramework.MarkerWatershed.Correlation;

/// <summary>
/// The line between the hemispheres in every slice: x cos a + y sin a = offset + tilt z in mm, with x towards right, y to
/// anterior and z to superior of the grid's first voxel.
/// </summary>
/// <param name="Angle">Angle of its normal with the x axis, in radians.</param>
/// <param name="Offset">Distance from the first voxel in the first slice, in mm.</param>
/// <param name="Tilt">Change of the distance from slice to slice, in mm per mm.</param>
internal readonly record struct MidsagittalLine(double Angle, double Offset, double Tilt)
{
    /// <summary>The mirror image of a point within its slice.</summary>
    public (double X, double Y) Mirror(double x, double y, double z)
    {
        double normalX = Math.Cos(Angle), normalY = Math.Sin(Angle);
        double twice = 2 * ((x * normalX) + (y * normalY) - Offset - (Tilt * z));
        return (x - (twice * normalX), y - (twice * normalY));
    }
}
