using System.Text.Json;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Training;

/// <summary>Studies with a truth mask and a known class.</summary>
public sealed class TrainingData
{
    // What the phantom generator writes into dataset_description.json.
    private const string PhantomGenerator = "StrokeFramework.Phantom";

    private TrainingData(string root, IReadOnlyList<StudySource> studies, TruthPairing truth, IReadOnlyDictionary<string, string> types, IReadOnlyList<string> warnings) =>
        (Root, Studies, Truth, StrokeTypes, Warnings) = (root, studies, truth, types, warnings);

    /// <summary>The data set's folder.</summary>
    public string Root { get; }

    /// <summary>The studies that can be used, ordered by subject and session.</summary>
    public IReadOnlyList<StudySource> Studies { get; }

    /// <summary>The truth masks.</summary>
    public TruthPairing Truth { get; }

    /// <summary>The class of each patient; empty when the data set has no table of participants.</summary>
    public IReadOnlyDictionary<string, string> StrokeTypes { get; }

    /// <summary>Sentences on what was left out.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Whether the data set says of itself that a phantom generator made it; figures on it are labelled so.</summary>
    public bool IsSynthetic { get; private init; }

    /// <summary>Opens a data set.</summary>
    /// <param name="folder">A folder with studies, truth masks and, when classes are needed, <c>participants.tsv</c>.</param>
    /// <param name="needClasses">Whether a study without a class is of no use.</param>
    /// <exception cref="DataException">There is nothing that can be used.</exception>
    public static TrainingData Open(string folder, bool needClasses)
    {
        DataSet data = DataSet.Open(folder);
        TruthPairing truth = TruthSet.Open(folder).PairWith(data.Studies);
        List<string> warnings = [.. data.Warnings, .. truth.Warnings];
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        if (data.ParticipantsFile is { } table)
        {
            foreach (Participant participant in ParticipantTable.Read(table))
            {
                if (participant.StrokeType is { } type) types[participant.Subject] = type;
            }
        }
        else if (needClasses)
        {
            throw new DataException($"'{folder}' has no participants.tsv, which says each patient's stroke_type. Add one with the columns participant_id and stroke_type.");
        }

        List<StudySource> usable = [];
        foreach (StudySource study in data.Studies.Where(s => truth.Of(s) is not null))
        {
            if (needClasses && !types.ContainsKey(study.Subject)) warnings.Add($"The study '{study.Name}' is left out: participants.tsv gives no stroke_type for sub-{study.Subject}.");
            else usable.Add(study);
        }

        if (usable.Count == 0) throw new DataException($"No study of '{folder}' has a truth mask{(needClasses ? " and a stroke_type" : "")}, so there is nothing to learn from or compare with.");
        return new(data.Root, usable, truth, types, warnings) { IsSynthetic = SaysSynthetic(folder) };
    }

    /// <summary>The same data set with some of its studies alone, and without its warnings, which have been said.</summary>
    public TrainingData Only(IReadOnlyList<StudySource> studies) => new(Root, studies, Truth, StrokeTypes, []) { IsSynthetic = IsSynthetic };

    private static bool SaysSynthetic(string folder)
    {
        string file = Path.Combine(folder, "dataset_description.json");
        if (!File.Exists(file)) return false;
        try
        {
            using JsonDocument description = JsonDocument.Parse(File.ReadAllBytes(file));
            return description.RootElement.TryGetProperty("GeneratedBy", out JsonElement makers)
                && makers.ValueKind == JsonValueKind.Array
                && makers.EnumerateArray().Any(m => m.ValueKind == JsonValueKind.Object && m.TryGetProperty("Name", out JsonElement name) && name.ValueEquals(PhantomGenerator));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DataException($"'{file}' cannot be read, so it is not known whether the data are synthetic: {e.Message}", e);
        }
    }
}
