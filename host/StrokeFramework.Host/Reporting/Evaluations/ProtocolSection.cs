using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Evaluations;

/// <summary>How the figures came about, in words, and what it takes to get them again.</summary>
internal static class ProtocolSection
{
    /// <summary>What figures on phantoms are worth.</summary>
    public const string SyntheticImages = "The images are synthetic: computed from a physical model of tissue and scanner, with lesions of known type and place. Figures on them do not say how well the pipeline does on patients.";

    /// <summary>How a patient is named.</summary>
    public const string Patients = "A patient’s class is that of the highest mean probability of the lesions found, weighted by their volume; n/a when nothing was found.";

    /// <summary>How figures of segmentations are averaged.</summary>
    public const string Segmentation = "Figures are made per study and then averaged, not pooled over voxels. Studies whose truth is empty are left out of these averages and listed apart, by the volume falsely found.";

    /// <summary>How intervals are made.</summary>
    public static string Intervals { get; } = $"95 % intervals by bootstrap: patients are drawn with replacement {PatientBootstrap.DefaultSamples} times, each with all lesions, and the middle 95 % of the figure is shown. What was trained is held fixed, so the chance in training is not part of them.";

    /// <summary>Writes the section.</summary>
    public static void Write(MarkupWriter w, EvaluationSummary summary)
    {
        EvaluationResult result = summary.Result;
        w.WriteLine($"<section id=\"protocol\"><h2>Protocol</h2><dl class=\"terms\">");
        if (result.IsSynthetic) Term(w, "Images", SyntheticImages);
        Term(w, "Training and test", TrainingAndTest(result.Protocol));
        if (summary.EndToEnd is not null)
        {
            Term(w, "Labels", Labels(result.Lesions));
            Term(w, "Patients", Patients);
        }

        if (result.ProbabilityMethod.Length > 0) Term(w, "Probabilities", result.ProbabilityMethod.TrimEnd('.') + ".");
        if (summary.Segmentation.Count > 0) Term(w, "Segmentation", Segmentation);
        Term(w, "Intervals", Intervals);
        w.WriteLine($"</dl>");
        WriteFacts(w, result);
        w.WriteLine($"</section>");
    }

    /// <summary>How test and training were kept apart.</summary>
    public static string TrainingAndTest(EvaluationProtocol protocol) => protocol switch
    {
        { Folds: { } folds } => $"The patients were divided into {folds.ToString(System.Globalization.CultureInfo.InvariantCulture)} folds of a like mix of classes. Each fold was judged by what had learned from the other folds alone; all studies of a patient lie in one fold.",
        { Model: { } model } => $"The model in {model} was trained before and judged as it is. If it learned from any of these patients, the figures are too good.",
        _ => "Nothing in this pipeline learns: every study was judged as it is.",
    };

    /// <summary>Which lesions were measured and how they got their class.</summary>
    public static string Labels(LesionSource source) => source == LesionSource.Truth
        ? "The lesions of the truth mask were measured and named, so segmentation plays no part in these figures."
        : "The lesions that the pipeline segmented were measured and named. Each has the class of the truth lesion that it overlaps most. One that overlaps none is a false detection: left out of training and of the lesions’ confusion matrix, counted beside. A truth lesion that was not found counts as wrong in the end-to-end accuracy; one found in pieces counts once, by its largest piece.";

    private static void Term(MarkupWriter w, string name, string words) => w.WriteLine($"<dt>{name}</dt><dd>{words}</dd>");

    private static void WriteFacts(MarkupWriter w, EvaluationResult result)
    {
        TableWriter.Begin(w, ["", ""]);
        Row("Data set", result.DataSet);
        Row("Pipeline", result.Pipeline);
        Row("Seed", result.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach ((string name, string value) in result.Facts) Row(name, value);
        TableWriter.End(w);

        void Row(string name, string value) => w.WriteLine($"<tr><td>{name}</td><td>{value}</td></tr>");
    }
}
