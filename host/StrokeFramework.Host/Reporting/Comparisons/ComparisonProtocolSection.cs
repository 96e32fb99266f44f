using System.Globalization;
using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Evaluations;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Comparisons;

/// <summary>How the figures came about, in words, and what each variant consists of.</summary>
internal static class ComparisonProtocolSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(MarkupWriter w, ComparisonSummary summary, EvaluationResult data)
    {
        ComparisonResult result = summary.Result;
        w.WriteLine($"<section id=\"protocol\"><h2>Protocol</h2><dl class=\"terms\">");
        if (result.IsSynthetic) Term(w, "Images", ProtocolSection.SyntheticImages);
        Term(w, "Same for all", $"Every technique was judged on the same studies; one that any variant could not process is left out of all of them. The seed, {result.Seed.ToString(CultureInfo.InvariantCulture)}, is the same for all, and what variants have in common was computed once.");
        Term(w, "Training and test", ProtocolSection.TrainingAndTest(data.Protocol));
        foreach (LesionSource lesions in summary.Classification?.Lesions ?? []) Term(w, lesions == LesionSource.Truth ? "Lesions of the truth" : "Lesions as segmented", ProtocolSection.Labels(lesions));
        if (summary.Classification is not null) Term(w, "Patients", ProtocolSection.Patients);
        if (summary.Segmentation is not null) Term(w, "Segmentation", ProtocolSection.Segmentation);
        Term(w, "Intervals", ProtocolSection.Intervals);
        if (result.Ceiling.Length > 0) Term(w, "The ceiling of these data", result.Ceiling);
        w.WriteLine($"</dl>");
        foreach (ComparedVariant variant in result.Variants)
        {
            w.WriteLine($"<details><summary>{variant.Name}: {variant.Pipeline} ({variant.File})</summary>");
            TableWriter.Begin(w, ["Node", "Stage, plugin and parameters"]);
            foreach ((string node, string description) in variant.Nodes) w.WriteLine($"<tr><td class=\"key\">{node}</td><td>{description}</td></tr>");
            TableWriter.End(w);
            w.WriteLine($"</details>");
        }

        w.WriteLine($"</section>");
    }

    private static void Term(MarkupWriter w, string name, string words) => w.WriteLine($"<dt>{name}</dt><dd>{words}</dd>");
}
