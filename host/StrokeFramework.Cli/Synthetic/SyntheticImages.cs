using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Training;
using StrokeFramework.Phantom;

namespace StrokeFramework.Cli;

/// <summary>Synthetic studies to learn from, made when they are asked for; nothing is written to disk.</summary>
internal sealed class SyntheticImages : IImageSource
{
    private readonly SyntheticDescription _description;
    private readonly PhantomSettings _settings;
    private readonly TemplateLibrary? _template;

    private SyntheticImages(SyntheticDescription description, string hash, TemplateLibrary? template)
    {
        (_description, DataHash, _template) = (description, hash, template);
        _settings = PhantomSettings.ForDifficulty(description.Difficulty);
    }

    public int Count => _description.Studies;

    public IReadOnlyDictionary<string, string> Studies { get; } = new Dictionary<string, string>();

    public string DataHash { get; }

    public string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"Trained on synthetic images: {Count} studies of the phantom generator, seed {_description.Seed}, difficulty {_description.Difficulty}{(_description.Anatomy is null ? "" : ", anatomy from tissue maps")}{(_description.Lesions is null ? "" : ", shapes from real lesion masks")}.");

    /// <summary>Opens a description.</summary>
    /// <exception cref="DataException">It cannot be read, or what it names is not there.</exception>
    public static SyntheticImages Open(string file)
    {
        byte[] content;
        SyntheticDescription description;
        try
        {
            content = File.ReadAllBytes(file);
            description = JsonSerializer.Deserialize(content, SyntheticJson.Default.SyntheticDescription) ?? throw new DataException($"'{file}' is empty.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DataException($"'{file}' does not describe synthetic studies: {e.Message}", e);
        }

        if (description.Studies < 1) throw new DataException($"'{file}' asks for {description.Studies} studies; at least 1 is needed.");
        if (description.Difficulty is not (>= 0 and <= 1)) throw new DataException($"'{file}' asks for the difficulty {description.Difficulty}; it lies from 0 to 1.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        string? anatomy = description.Anatomy is { } a ? Path.GetFullPath(a, folder) : null, lesions = description.Lesions is { } l ? Path.GetFullPath(l, folder) : null;
        // Where the templates lie is no part of what is learned.
        string what = JsonSerializer.Serialize(description with { Anatomy = description.Anatomy is null ? null : "maps", Lesions = description.Lesions is null ? null : "masks" }, SyntheticJson.Default.SyntheticDescription);
        return new(description, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what))), anatomy is null && lesions is null ? null : TemplateLibrary.Open(anatomy, lesions));
    }

    public LabelledStudy Load(int index, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        PhantomStudy study = PhantomGenerator.Create(_settings, _description.Seed, index, _template);
        return new(study.Subject, study.ToDiffusionStudy(), study.Mask, study.StrokeType);
    }
}
