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
    private readonly Func<int, LabelledStudy> _make;

    private SyntheticImages(SyntheticDescription description, string hash, Func<int, LabelledStudy> make) => (_description, DataHash, _make) = (description, hash, make);

    public int Count => _description.Studies;

    public IReadOnlyDictionary<string, string> Studies { get; } = new Dictionary<string, string>();

    public string DataHash { get; }

    public string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"Trained on synthetic images: up to {Count} studies of {(_description.Kind == SyntheticKind.Acute ? "the generator of acute stroke" : $"the phantom generator, difficulty {_description.Difficulty}")}, seed {_description.Seed}{Extent}.");

    private string Extent =>
        $"{(_description.Anatomy is null ? "" : ", anatomy from tissue maps")}{(_description.Lesions is null && _description.Kind == SyntheticKind.Phantom ? "" : ", shapes from real lesion masks")}{(_description.Healthy is null ? "" : ", brains of healthy scans too")}{(_description.Artifacts ? "" : ", without artifacts")}{(_description.Emboli ? "" : ", without emboli")}";

    /// <summary>Opens a description.</summary>
    /// <param name="file">The JSON file.</param>
    /// <param name="anatomy">The folder of tissue maps, instead of the one that the file names.</param>
    /// <exception cref="DataException">It cannot be read, or what it names is not there.</exception>
    public static SyntheticImages Open(string file, string? anatomy = null)
    {
        SyntheticDescription description;
        try
        {
            description = JsonSerializer.Deserialize(File.ReadAllBytes(file), SyntheticJson.Default.SyntheticDescription) ?? throw new DataException($"'{file}' is empty.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DataException($"'{file}' does not describe synthetic studies: {e.Message}", e);
        }

        if (description.Studies < 1) throw new DataException($"'{file}' asks for {description.Studies} studies; at least 1 is needed.");
        if (description.Difficulty is not (>= 0 and <= 1)) throw new DataException($"'{file}' asks for the difficulty {description.Difficulty}; it lies from 0 to 1.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        anatomy = anatomy is not null ? Path.GetFullPath(anatomy) : description.Anatomy is { } a ? Path.GetFullPath(a, folder) : null;
        string? lesions = description.Lesions is { } l ? Path.GetFullPath(l, folder) : null;
        string? healthy = description.Healthy is { } h ? Path.GetFullPath(h, folder) : null;
        if (description.Kind == SyntheticKind.Acute && anatomy is null) throw new DataException($"'{file}' describes studies of acute stroke, which are made from a real brain. Name the folder of its images with --anatomy.");
        // Where the templates lie is no part of what is learned.
        description = description with { Anatomy = anatomy is null ? null : "maps", Lesions = lesions is null ? null : "masks", Healthy = healthy is null ? null : "scans" };
        string what = JsonSerializer.Serialize(description, SyntheticJson.Default.SyntheticDescription);
        return new(description, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what))), description.Kind == SyntheticKind.Acute ? Acute(description, anatomy!, lesions, healthy) : Phantom(description, anatomy, lesions));
    }

    public LabelledStudy Load(int index, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return _make(index);
    }

    private static Func<int, LabelledStudy> Phantom(SyntheticDescription description, string? anatomy, string? lesions)
    {
        PhantomSettings settings = PhantomSettings.ForDifficulty(description.Difficulty);
        TemplateLibrary? template = anatomy is null && lesions is null ? null : TemplateLibrary.Open(anatomy, lesions);
        return index =>
        {
            PhantomStudy study = PhantomGenerator.Create(settings, description.Seed, index, template);
            return new(study.Subject, study.ToDiffusionStudy(), study.Mask, study.StrokeType);
        };
    }

    private static Func<int, LabelledStudy> Acute(SyntheticDescription description, string anatomy, string? lesions, string? healthy)
    {
        var settings = new AcuteTrainingSettings();
        if (!description.Artifacts) settings = settings with { Artifacts = AcuteArtifactSettings.None };
        if (!description.Emboli) settings = settings with { Lesions = settings.Lesions with { EmboliWeight = 0, BothWeight = 0 } };
        AcuteTrainingLibrary library = AcuteTrainingLibrary.Load(anatomy, lesions, healthy);
        return index =>
        {
            AcuteTrainingStudy study = AcuteTrainingGenerator.Create(library, settings, description.Seed, index);
            return new(string.Create(CultureInfo.InvariantCulture, $"acute{index:00000}"), study.ToDiffusionStudy(), study.Mask, StrokeTypes.AcuteIschemic);
        };
    }
}
