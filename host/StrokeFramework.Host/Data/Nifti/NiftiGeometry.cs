namespace StrokeFramework.Host.Data;

/// <summary>
/// Makes the grid's place in the patient from a header, by the rules of the NIfTI-1 standard: the matrix (sform) when
/// its code is positive, else the quaternion (qform), else the voxel size alone.
/// </summary>
internal static class NiftiGeometry
{
    /// <summary>The geometry in RAS+ millimetres.</summary>
    /// <param name="header">A header that passed the parser's checks.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="warnings">Takes what the user should know.</param>
    /// <exception cref="DataException">No usable geometry can be made.</exception>
    public static VolumeGeometry From(NiftiHeader header, string file, List<string> warnings)
    {
        double unit = MillimetresPerUnit(header, file, warnings);
        if (header.SformCode > 0)
        {
            VolumeGeometry matrix = Build(header, Sform(header, unit), file, "matrix (sform)");
            if (header.QformCode > 0) WarnOfDisagreement(header, matrix, unit, file, warnings);
            return matrix;
        }

        Point3 spacing = Spacing(header, unit, file, warnings);
        if (header.QformCode > 0)
        {
            AffineTransform rotation = Qform(header, spacing, unit)
                ?? throw new DataException($"'{file}' is damaged: the rotation in its header (qform) is not a unit quaternion, so its orientation cannot be told.");
            return Build(header, rotation, file, "rotation (qform)");
        }

        warnings.Add($"'{file}' states neither orientation nor position (its sform and qform codes are 0): left and right cannot be told, and the first voxel is taken as the patient's left, posterior, inferior corner.");
        return Build(header, new(new(spacing.X, 0, 0), new(0, spacing.Y, 0), new(0, 0, spacing.Z), default), file, "voxel size");
    }

    private static double MillimetresPerUnit(NiftiHeader header, string file, List<string> warnings)
    {
        switch (header.SpatialUnit)
        {
            case 1: return 1000;
            case 3: return 0.001;
            // Many programs leave the unit out and mean millimetres.
            case 0 or 2: return 1;
            default:
                warnings.Add($"'{file}' names an unknown unit of length (code {header.SpatialUnit}); millimetres are assumed.");
                return 1;
        }
    }

    private static AffineTransform Sform(NiftiHeader header, double unit)
    {
        double At(int row, int column) => unit * header.Single(NiftiOffsets.SformRows + (16 * row) + (4 * column));
        Point3 Column(int c) => new(At(0, c), At(1, c), At(2, c));
        return new(Column(0), Column(1), Column(2), Column(3));
    }

    /// <summary>The quaternion's map, or null when it is no rotation.</summary>
    private static AffineTransform? Qform(NiftiHeader header, Point3 spacing, double unit)
    {
        double b = header.Single(NiftiOffsets.QuaternionB);
        double c = header.Single(NiftiOffsets.QuaternionB + 4);
        double d = header.Single(NiftiOffsets.QuaternionB + 8);
        double rest = 1 - ((b * b) + (c * c) + (d * d));
        if (!(rest >= -0.01)) return null;
        double a = 0;
        if (rest < 1e-7)
        {
            // A half turn: rounding may have made the vector part longer than 1.
            double scale = 1 / Math.Sqrt((b * b) + (c * c) + (d * d));
            (b, c, d) = (b * scale, c * scale, d * scale);
        }
        else
        {
            a = Math.Sqrt(rest);
        }

        double flip = header.Pixdim(0) < 0 ? -1 : 1;
        var columnI = new Point3((a * a) + (b * b) - (c * c) - (d * d), 2 * ((b * c) + (a * d)), 2 * ((b * d) - (a * c)));
        var columnJ = new Point3(2 * ((b * c) - (a * d)), (a * a) + (c * c) - (b * b) - (d * d), 2 * ((c * d) + (a * b)));
        var columnK = new Point3(2 * ((b * d) + (a * c)), 2 * ((c * d) - (a * b)), (a * a) + (d * d) - (c * c) - (b * b));
        var origin = new Point3(
            header.Single(NiftiOffsets.QuaternionOffset),
            header.Single(NiftiOffsets.QuaternionOffset + 4),
            header.Single(NiftiOffsets.QuaternionOffset + 8));
        return new(spacing.X * columnI, spacing.Y * columnJ, flip * spacing.Z * columnK, unit * origin);
    }

    private static Point3 Spacing(NiftiHeader header, double unit, string file, List<string> warnings)
    {
        double Along(int axis)
        {
            double step = header.Pixdim(axis);
            if (double.IsFinite(step) && step > 0) return unit * step;
            if (double.IsFinite(step) && step < 0)
            {
                warnings.Add(FormattableString.Invariant($"'{file}' has a negative voxel size ({step}) along axis {axis}; its absolute value is used."));
                return unit * -step;
            }

            if (header.Size[axis - 1] > 1)
                throw new DataException(FormattableString.Invariant($"'{file}' is damaged: its header gives a voxel size of {step} along axis {axis}."));
            warnings.Add($"'{file}' is one voxel thick along axis {axis} and does not say how thick that is; 1 mm is assumed.");
            return 1;
        }

        return new(Along(1), Along(2), Along(3));
    }

    private static void WarnOfDisagreement(NiftiHeader header, VolumeGeometry matrix, double unit, string file, List<string> warnings)
    {
        // Only a usable second opinion is worth a warning; the matrix is what counts.
        var spacing = new Point3(unit * header.Pixdim(1), unit * header.Pixdim(2), unit * header.Pixdim(3));
        if (Qform(header, spacing, unit) is not { } other || !double.IsFinite(other.Determinant) || Math.Abs(other.Determinant) < 1e-12) return;
        var rotation = new VolumeGeometry(header.Size, other);
        if (matrix.DescribeMismatch(rotation) is { } mismatch)
            warnings.Add($"'{file}' carries two places in space that disagree (sform and qform): {mismatch}. The sform is used.");
    }

    private static VolumeGeometry Build(NiftiHeader header, AffineTransform map, string file, string source)
    {
        double det = map.Determinant;
        if (!double.IsFinite(det) || Math.Abs(det) < 1e-12 || !double.IsFinite(map.Origin.Length))
            throw new DataException($"'{file}' is damaged: the {source} in its header does not span space, so voxel size and orientation cannot be told.");
        return new(header.Size, map);
    }
}
