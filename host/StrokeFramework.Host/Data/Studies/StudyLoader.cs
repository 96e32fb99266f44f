namespace StrokeFramework.Host.Data;

/// <summary>Reads a study's files into memory and checks that they belong together.</summary>
public static class StudyLoader
{
    /// <summary>Reads a study.</summary>
    /// <param name="source">Where its files are.</param>
    /// <param name="cancellationToken">Looked at while reading.</param>
    /// <exception cref="DataException">A file cannot be used, or lies on another grid; the message says which and why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LoadedStudy Load(StudySource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var files = new StudyFiles(cancellationToken);
        (Volume<float> dwi, NiftiHeader? header, int? bits) = files.ReadImage(source.Dwi);
        Acquisition acquisition = ReadAcquisition(source, files);
        var study = new DiffusionStudy(dwi, source.Subject, source.Session, acquisition with { BitsStored = acquisition.BitsStored ?? bits });
        if (source.Adc is not null)
        {
            Volume<float> adc = ReadPartner(source.Adc, "ADC map");
            study = study.WithAdc(AdcUnits.ToSquareMillimetresPerSecond(adc, dwi, source.Adc, files.Warnings, files.Notes));
        }

        if (source.B0 is not null) study = study.WithB0(ReadPartner(source.B0, "b0 image"));
        return new() { Source = source, Input = new(study), Header = header, InputHashes = files.Hashes, Warnings = files.Warnings, Notes = files.Notes };

        Volume<float> ReadPartner(string path, string what)
        {
            Volume<float> volume = files.ReadImage(path).Volume;
            if (dwi.Geometry.DescribeMismatch(volume.Geometry) is { } mismatch)
                throw new DataException($"The {what} '{path}' does not lie on the grid of the DWI '{source.Dwi}': {mismatch}. Resample it onto the DWI's grid or leave it out.");
            return volume;
        }
    }

    private static Acquisition ReadAcquisition(StudySource source, StudyFiles files)
    {
        if (!File.Exists(source.Sidecar)) return Acquisition.Unknown;
        return Sidecar.Parse(files.ReadBytes(source.Sidecar), source.Sidecar, files.Warnings, files.Notes);
    }
}
