namespace StrokeFramework.Host.Data;

/// <summary>Where one study's files are.</summary>
/// <param name="Subject">Subject label without the <c>sub-</c> prefix.</param>
/// <param name="Session">Session label without the <c>ses-</c> prefix, or null.</param>
/// <param name="Dwi">The diffusion-weighted image.</param>
/// <param name="Adc">The apparent diffusion coefficient map, or null.</param>
/// <param name="B0">The image without diffusion weighting, or null.</param>
public sealed record StudySource(string Subject, string? Session, string Dwi, string? Adc = null, string? B0 = null)
{
    /// <summary>The study's name in tables and file names: <c>sub-x_ses-y</c>, or <c>sub-x</c> without a session.</summary>
    public string Name => Session is null ? $"sub-{Subject}" : $"sub-{Subject}_ses-{Session}";

    /// <summary>The folder of its results below an output folder: <c>sub-x/ses-y</c>, or <c>sub-x</c> without a session.</summary>
    public string Folder => Session is null ? $"sub-{Subject}" : Path.Combine($"sub-{Subject}", $"ses-{Session}");

    /// <summary>Where the DWI's own sidecar would be; it need not exist.</summary>
    public string Sidecar => ImageName.WithExtension(Dwi, ".json");
}
