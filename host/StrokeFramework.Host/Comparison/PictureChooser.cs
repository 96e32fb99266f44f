using System.Collections.Concurrent;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Training;

namespace StrokeFramework.Host.Comparison;

/// <summary>
/// Chooses which studies a comparison shows as images, and keeps them while the studies go by. The choice follows the truth
/// alone, so that no technique is favored: of each stroke type, studies in the middle of the range of lesion volumes.
/// </summary>
public sealed class PictureChooser
{
    private const int Least = 4;
    private readonly PreparedComparison _comparison;
    private readonly TrainingData _data;
    private readonly HashSet<string> _chosen;
    private readonly ConcurrentDictionary<string, ComparedPicture> _pictures = new(StringComparer.Ordinal);

    private PictureChooser(PreparedComparison comparison, TrainingData data, IEnumerable<string> chosen) =>
        (_comparison, _data, _chosen) = (comparison, data, chosen.ToHashSet(StringComparer.Ordinal));

    /// <summary>The studies chosen, by name.</summary>
    public IReadOnlyCollection<string> Chosen => _chosen;

    /// <summary>Chooses studies: those asked for, or by their truth.</summary>
    /// <param name="comparison">The variants.</param>
    /// <param name="data">The data set.</param>
    /// <param name="wanted">Names of studies, with or without <c>sub-</c>; empty leaves the choice to the truth.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <exception cref="DataException">A study that was asked for is not there.</exception>
    public static PictureChooser Choose(PreparedComparison comparison, TrainingData data, IReadOnlyList<string> wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(wanted);
        if (comparison.Segmentations.Count == 0) return new(comparison, data, []);
        if (wanted.Count > 0) return new(comparison, data, wanted.SelectMany(name => Named(data, name)));
        Dictionary<string, List<(string Study, double Volume)>> byType = new(StringComparer.Ordinal);
        foreach (StudySource study in data.Studies)
        {
            if (VolumeOf(study, data, cancellation) is not { } volume || volume == 0) continue;
            string type = data.StrokeTypes.GetValueOrDefault(study.Subject, "");
            if (!byType.TryGetValue(type, out List<(string Study, double Volume)>? studies)) byType[type] = studies = [];
            studies.Add((study.Name, volume));
        }

        int each = Math.Max(1, Least / Math.Max(1, byType.Count));
        return new(comparison, data, byType.Values.SelectMany(studies => Middle([.. studies.OrderBy(s => s.Volume).ThenBy(s => s.Study, StringComparer.Ordinal).Select(s => s.Study)], each)));
    }

    /// <summary>Keeps a study if it was chosen; for <see cref="ExampleCollector"/>.</summary>
    /// <param name="merged">Which of the merged pipelines ran.</param>
    /// <param name="study">The study.</param>
    /// <param name="truth">Its truth.</param>
    /// <param name="result">What the pipeline made of it.</param>
    public void Inspect(int merged, LoadedStudy study, LoadedTruth truth, PipelineResult result)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(result);
        if (!_chosen.Contains(study.Source.Name)) return;
        var found = _comparison.Segmentations.Where(t => t.Merged == merged && result.Outputs.ContainsKey(t.Node)).ToDictionary(t => t.Name, t => (Segmentation)result.Outputs[t.Node], StringComparer.Ordinal);
        _pictures.AddOrUpdate(
            study.Source.Name,
            _ => new(study.Source.Name, _data.StrokeTypes.GetValueOrDefault(study.Source.Subject, ""), study.Study.Dwi, truth.Mask, found),
            (_, known) => known with { Segmentations = known.Segmentations.Concat(found).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal) });
    }

    /// <summary>The pictures of the studies that are part of the comparison, by stroke type and then by name.</summary>
    /// <param name="result">The comparison.</param>
    public IReadOnlyList<ComparedPicture> PicturesFor(ComparisonResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var compared = result.Segmentations.Select(s => s.Study).ToHashSet(StringComparer.Ordinal);
        return [.. _pictures.Values.Where(p => compared.Contains(p.Study)).OrderBy(p => p.StrokeType, StringComparer.Ordinal).ThenBy(p => p.Study, StringComparer.Ordinal)];
    }

    private static string[] Named(TrainingData data, string name)
    {
        string[] found = [.. data.Studies.Where(s => s.Name == name || s.Subject == name || "sub-" + s.Subject == name).Select(s => s.Name)];
        return found.Length > 0 ? found : throw new DataException($"There is no study '{name}' with a truth mask in '{data.Root}' to show. Check --show.");
    }

    // A truth that cannot be read is no reason to stop here: the study fails when it is run, and is named then.
    private static double? VolumeOf(StudySource study, TrainingData data, CancellationToken cancellation)
    {
        try
        {
            LoadedTruth truth = TruthLoader.Load(data.Truth.Of(study)!, null, cancellation);
            return (truth.Mask.Span.Length - truth.Mask.Span.Count((byte)0)) * truth.Mask.Geometry.VoxelVolume;
        }
        catch (DataException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Middle(IReadOnlyList<string> ascending, int count)
    {
        count = Math.Min(count, ascending.Count);
        return Enumerable.Range(1, count).Select(n => ascending[(int)Math.Round((ascending.Count - 1) * (double)n / (count + 1))]).Distinct(StringComparer.Ordinal);
    }
}
