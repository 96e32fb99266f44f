namespace StrokeFramework.Host.Execution;

/// <summary>
/// A study as a pipeline gets it: what has to be known before anything runs, and the images, which are read only when a
/// node needs them.
/// </summary>
public sealed class StudyInput
{
    private readonly Lazy<DiffusionStudy> _study;
    private readonly Lazy<string> _hash;
    private readonly Lazy<(string Dwi, string? Adc, string? B0)> _volumes;

    /// <summary>A study whose images are in memory.</summary>
    public StudyInput(DiffusionStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        (Traits, Geometry) = (study.Traits, study.Geometry);
        _study = new(study);
        _hash = new(() => ContentHash.Of(study));
        _volumes = new(() => (ContentHash.OfVolume(study.Dwi), study.Adc is { } adc ? ContentHash.OfVolume(adc) : null, study.B0 is { } b0 ? ContentHash.OfVolume(b0) : null));
    }

    /// <summary>A study that is known from before.</summary>
    internal StudyInput(StudyTraits traits, VolumeGeometry geometry, string hash, (string Dwi, string? Adc, string? B0) volumes, Func<DiffusionStudy> load)
    {
        (Traits, Geometry) = (traits, geometry);
        _study = new(load);
        _hash = new(hash);
        _volumes = new(volumes);
    }

    /// <summary>What the study brings.</summary>
    public StudyTraits Traits { get; }

    /// <summary>Its grid.</summary>
    public VolumeGeometry Geometry { get; }

    /// <summary>Hash of its content.</summary>
    public string Hash => _hash.Value;

    /// <summary>The study with its images, read when first asked for.</summary>
    /// <exception cref="Data.DataException">The files cannot be read any more, or have changed.</exception>
    public DiffusionStudy Study => _study.Value;

    /// <summary>Hashes of its images.</summary>
    internal (string Dwi, string? Adc, string? B0) VolumeHashes => _volumes.Value;

    /// <summary>Whether one of its images has a content.</summary>
    internal bool HasVolume(string hash) => hash == VolumeHashes.Dwi || hash == VolumeHashes.Adc || hash == VolumeHashes.B0;

    /// <summary>The image with a content, or null.</summary>
    internal Volume<float>? FindVolume(string hash) =>
        hash == VolumeHashes.Dwi ? Study.Dwi : hash == VolumeHashes.Adc ? Study.Adc : hash == VolumeHashes.B0 ? Study.B0 : null;
}
