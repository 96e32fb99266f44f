using System.Collections.Concurrent;
using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
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
    public IReadOnlySet<string> Chosen => _chosen;

    /// <summary>Chooses studies: those asked for, or by their truth.</summary>
    /// <param name="comparison">The variants.</param>
    /// <param name="data">The data set.</param>
    /// <param name="wanted">Names of studies, with or without <c>sub-</c>; empty leaves the choice to the truth.</param>
    /// <param name="execution">Threads and cache for reading the truth.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <exception cref="DataException">A study that was asked for is not there.</exception>
    public static PictureChooser Choose(PreparedComparison comparison, TrainingData data, IReadOnlyList<string> wanted, ExecutionOptions execution, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(execution);
        if (comparison.Segmentations.Count == 0) return new(comparison, data, []);
        if (wanted.Count > 0) return new(comparison, data, wanted.SelectMany(name => Named(data, name)));
        Dictionary<string, List<(string Study, double Volume)>> byType = new(StringComparer.Ordinal);
        var volumes = new double?[data.Studies.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, execution.Threads), CancellationToken = cancellation };
        Parallel.For(0, volumes.Length, options, n => volumes[n] = VolumeOf(data.Studies[n], data, execution.Cache, cancellation));
        foreach ((int n, StudySource study) in data.Studies.Index())
        {
            if (volumes[n] is not { } volume || volume == 0) continue;
            string type = data.StrokeTypes.GetValueOrDefault(study.Subject, "");
            if (!byType.TryGetValue(type, out List<(string Study, double Volume)>? studies)) byType[type] = studies = [];
            studies.Add((study.Name, volume));
        }

        int each = Math.Max(1, Least / Math.Max(1, byType.Count));
        return new(comparison, data, byType.Values.SelectMany(studies => Middle([.. studies.OrderBy(s => s.Volume).ThenBy(s => s.Study, StringComparer.Ordinal).Select(s => s.Study)], each)));
    }

    /// <summary>Keeps the chosen studies while <see cref="ExampleCollector"/> goes by them.</summary>
    /// <param name="pass">The walk.</param>
    public StudyInspection Inspect(ComparisonPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        // A walk without masks has nothing to show.
        bool hasMasks = pass.Pipeline.Plan.Outputs.Any(o => o.Type == PortType.Segmentation);
        return new(hasMasks ? _chosen : new HashSet<string>(), (study, truth, result) => Keep(pass.Merged, study, truth, result));
    }

    /// <summary>The pictures of the studies that are part of the comparison, by stroke type and then by name.</summary>
    /// <param name="result">The comparison.</param>
    public IReadOnlyList<ComparedPicture> PicturesFor(ComparisonResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var compared = result.Segmentations.Select(s => s.Study).ToHashSet(StringComparer.Ordinal);
        return [.. _pictures.Values.Where(p => compared.Contains(p.Study)).OrderBy(p => p.StrokeType, StringComparer.Ordinal).ThenBy(p => p.Study, StringComparer.Ordinal)];
    }

    private void Keep(int merged, LoadedStudy study, LoadedTruth truth, PipelineResult result)
    {
        var found = _comparison.Segmentations.Where(t => t.Merged == merged && result.Outputs.ContainsKey(t.Node)).ToDictionary(t => t.Name, t => (Segmentation)result.Outputs[t.Node], StringComparer.Ordinal);
        _pictures.AddOrUpdate(
            study.Source.Name,
            _ => new(study.Source.Name, _data.StrokeTypes.GetValueOrDefault(study.Source.Subject, ""), study.Study.Dwi, truth.Mask, found),
            (_, known) => known with { Segmentations = known.Segmentations.Concat(found).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal) });
    }

    private static string[] Named(TrainingData data, string name)
    {
        string[] found = [.. data.Studies.Where(s => s.Name == name || s.Subject == name || "sub-" + s.Subject == name).Select(s => s.Name)];
        return found.Length > 0 ? found : throw new DataException($"There is no study '{name}' with a truth mask in '{data.Root}' to show. Check --show.");
    }

    // A truth that cannot be read is no reason to stop here: the study fails when it is run, and is named then.
    private static double? VolumeOf(StudySource study, TrainingData data, ResultCache? cache, CancellationToken cancellation)
    {
        try
        {
            return CachedTruthLoader.Load(data.Truth.Of(study)!, cache, cancellation).LesionVolume;
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
