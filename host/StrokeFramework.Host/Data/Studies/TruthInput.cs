namespace StrokeFramework.Host.Data;

/// <summary>An expert's lesion mask: what is known of it, and its voxels, which are read when somebody needs them.</summary>
internal sealed class TruthInput
{
    private readonly Lazy<LoadedTruth> _loaded;

    /// <summary>A mask in memory, on its own grid.</summary>
    public TruthInput(LoadedTruth loaded)
        : this(loaded.Source, loaded.Sha256, loaded.Mask.Geometry, loaded.Mask.Span.Length - loaded.Mask.Span.Count((byte)0), loaded.Warnings, () => loaded)
    {
    }

    /// <summary>A mask that is known from before.</summary>
    public TruthInput(TruthSource source, string sha256, VolumeGeometry geometry, long lesionVoxels, IReadOnlyList<string> warnings, Func<LoadedTruth> load) =>
        (Source, Sha256, Geometry, LesionVoxels, Warnings, _loaded) = (source, sha256, geometry, lesionVoxels, warnings, new(load));

    /// <summary>Where it is.</summary>
    public TruthSource Source { get; }

    /// <summary>SHA-256 of the file, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>The grid that the file gives.</summary>
    public VolumeGeometry Geometry { get; }

    /// <summary>The number of voxels in the lesion.</summary>
    public long LesionVoxels { get; }

    /// <summary>Their volume, in mm³.</summary>
    public double LesionVolume => LesionVoxels * Geometry.VoxelVolume;

    /// <summary>Sentences on what was assumed; each names the file.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Checks that the mask lies on its study's grid; its voxels need not be read for that.</summary>
    /// <exception cref="DataException">It does not.</exception>
    public void Demand(VolumeGeometry grid) => TruthLoader.Demand(Source, Geometry, grid);

    /// <summary>The mask on its study's grid, read now if it has not been needed so far.</summary>
    /// <exception cref="DataException">It lies on another grid, or the file cannot be read any more or has changed.</exception>
    public LoadedTruth On(VolumeGeometry grid)
    {
        Demand(grid);
        LoadedTruth loaded = _loaded.Value;
        return loaded with { Mask = new(grid, loaded.Mask.Voxels) };
    }
}
