namespace StrokeFramework.Host.Pipelines;

/// <summary>One thing wrong with a graph.</summary>
/// <param name="Code">Diagnostic code, SF10xx.</param>
/// <param name="Path">JSON path of the culprit, or the option it was given by.</param>
/// <param name="Position">Where it stands; null when it comes from the command line.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
/// <param name="Remedy">What to write instead, as a sentence.</param>
public sealed record PipelineDiagnostic(string Code, string Path, JsonPosition? Position, string Message, string Remedy)
{
    /// <summary>The diagnostic as one line, in the form that editors and build tools can jump from.</summary>
    public string Format(string file) =>
        (Position is { } p ? $"{file}({p.Line},{p.Column}): " : "") + $"{Code} at {Path}: {Message}" + (Remedy.Length > 0 ? " " + Remedy : "");
}
