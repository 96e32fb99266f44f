namespace StrokeFramework.Host.Data;

/// <summary>The map from stored to real values: <c>Slope * stored + Intercept</c>.</summary>
internal readonly record struct VoxelScaling(double Slope, double Intercept)
{
    /// <summary>True when stored values are the real ones.</summary>
    public bool IsIdentity => Slope == 1 && Intercept == 0;

    /// <summary>The scaling that a header states; a slope of 0 means none.</summary>
    /// <exception cref="DataException">The slope is usable but the intercept is not.</exception>
    public static VoxelScaling From(NiftiHeader header, string file, List<string> warnings)
    {
        if (header.Slope == 0) return new(1, 0);
        if (!float.IsFinite(header.Slope))
        {
            warnings.Add($"'{file}' has a scale factor that is not a number; its values are taken as stored.");
            return new(1, 0);
        }

        if (!float.IsFinite(header.Intercept))
            throw new DataException($"'{file}' is damaged: the offset of its values (scl_inter) is not a number.");
        return new(header.Slope, header.Intercept);
    }
}
