using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;

namespace StrokeFramework.Host.Comparison;

/// <summary>Turns graphs and swaps into the variants of a comparison. What is wrong in any of them is found before anything runs.</summary>
public sealed class ComparisonPlanner
{
    /// <summary>The most variants that one comparison takes.</summary>
    public const int MostVariants = 64;

    private readonly ComparisonRequest _request;
    private readonly PluginCatalog _catalog;
    private readonly List<string> _problems = [];

    private ComparisonPlanner(ComparisonRequest request, PluginCatalog catalog) => (_request, _catalog) = (request, catalog);

    /// <summary>Plans every graph with every combination of swaps: the first graph's first, the last swap changing fastest.</summary>
    /// <param name="request">What is to be compared.</param>
    /// <param name="catalog">The plugins there are.</param>
    /// <exception cref="PipelineException">Something is wrong; the message holds all of it, each once.</exception>
    public static IReadOnlyList<ComparisonVariant> Plan(ComparisonRequest request, PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(catalog);
        return new ComparisonPlanner(request, catalog).Run();
    }

    private IReadOnlyList<ComparisonVariant> Run()
    {
        if (_request.Pipelines.Count == 0) throw new PipelineException("A comparison needs at least one pipeline.");
        List<PipelineDiagnostic> mistakes = [];
        IReadOnlyList<SwapAlternatives> swaps = SwapAlternatives.Parse(_request.Swaps, mistakes);
        foreach (PipelineDiagnostic mistake in mistakes) Add(mistake.Format(""));
        foreach ((string twice, _) in _request.Pipelines.CountBy(Path.GetFullPath, StringComparer.Ordinal).Where(p => p.Value > 1)) Add($"The pipeline '{twice}' is given twice. Name each once.");
        double variants = swaps.Aggregate((double)_request.Pipelines.Count, (product, s) => product * s.Stages.Count);
        if (variants > MostVariants)
        {
            Add($"That makes {variants:0} variants; compare at most {MostVariants} at a time.");
            throw Refusal();
        }

        List<Candidate> candidates = [];
        ulong? seed = _request.Seed;
        foreach ((int place, string file) in _request.Pipelines.Index())
        {
            if (Read(file) is not { } graph) continue;
            seed ??= graph.Definition.Seed;
            foreach (IReadOnlyList<string> choice in Combinations(swaps)) PlanOne(place, graph, swaps, choice, seed.Value, candidates);
        }

        if (_problems.Count > 0) throw Refusal();
        IReadOnlyList<ComparisonVariant> named = VariantNames.Name(_request.Pipelines, swaps, candidates);
        foreach (IGrouping<string, ComparisonVariant> same in named.GroupBy(v => v.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            Add($"{same.Count()} variants are one and the same, '{same.Key}'. Name each stage and version once.");
        return _problems.Count > 0 ? throw Refusal() : named;
    }

    private (PipelineDefinition Definition, IReadOnlyList<PipelineDiagnostic> Form)? Read(string file)
    {
        try
        {
            return PipelineReader.Read(file);
        }
        catch (PipelineException e)
        {
            Add(e.Message);
            return null;
        }
    }

    private void PlanOne(int place, (PipelineDefinition Definition, IReadOnlyList<PipelineDiagnostic> Form) graph, IReadOnlyList<SwapAlternatives> swaps, IReadOnlyList<string> choice, ulong seed, List<Candidate> candidates)
    {
        var overrides = new PipelineOverrides { Swaps = [.. swaps.Zip(choice, (s, c) => $"{s.Node}={c}")], Sets = _request.Sets, Seed = seed };
        try
        {
            candidates.Add(new(place, choice, PipelinePlanner.Plan(graph.Definition, graph.Form, _catalog, overrides)));
        }
        catch (PipelineException e)
        {
            // What comes from an option has no place in a file, so with several graphs the file's name must be said.
            foreach (PipelineDiagnostic d in e.Diagnostics)
                Add((d.Position is null && _request.Pipelines.Count > 1 ? $"{graph.Definition.File}: " : "") + d.Format(graph.Definition.File));
        }
    }

    private void Add(string problem)
    {
        if (!_problems.Contains(problem)) _problems.Add(problem);
    }

    private PipelineException Refusal() => new(string.Join(Environment.NewLine, _problems));

    private static IEnumerable<IReadOnlyList<string>> Combinations(IReadOnlyList<SwapAlternatives> swaps)
    {
        IEnumerable<IReadOnlyList<string>> combinations = [[]];
        foreach (SwapAlternatives swap in swaps) combinations = combinations.SelectMany(c => swap.Stages, (c, s) => (IReadOnlyList<string>)[.. c, s]);
        return combinations;
    }

    /// <summary>A variant without a name.</summary>
    /// <param name="Pipeline">Place of its graph in the request.</param>
    /// <param name="Choice">The stage chosen for each swapped node.</param>
    /// <param name="Plan">The plan.</param>
    internal sealed record Candidate(int Pipeline, IReadOnlyList<string> Choice, PipelinePlan Plan);
}
