using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;

namespace StrokeFramework.Host.Reporting.Evaluations;

/// <summary>A figure of an evaluation: a file of its own and a part of the report.</summary>
/// <param name="Id">Short name, which is the file's name as well.</param>
/// <param name="Heading">What it shows, in a few words.</param>
/// <param name="Caption">How to read it; may be empty.</param>
/// <param name="Chart">The drawing.</param>
internal sealed record EvaluationFigure(string Id, string Heading, string Caption, Chart Chart)
{
    /// <summary>The words that mark a figure made of phantoms.</summary>
    public const string SyntheticLabel = "synthetic images";

    /// <summary>The drawing as it stands alone: under it whether the images are synthetic, what it shows, and of which data.</summary>
    public Chart ForFile(EvaluationResult result)
    {
        // The label comes first, because a long line is cut at its end.
        string note = $"{(result.IsSynthetic ? $"{SyntheticLabel} · " : "")}{Heading} · {result.DataSet}";
        return Chart with { Title = note, Note = note };
    }
}
