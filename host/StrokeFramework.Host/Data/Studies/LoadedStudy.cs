using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Data;

/// <summary>A study, with what is needed to write its results and to say where they came from.</summary>
public sealed record LoadedStudy
{
    /// <summary>Where it was read.</summary>
    public required StudySource Source { get; init; }

    /// <summary>The study as a pipeline takes it.</summary>
    public required StudyInput Input { get; init; }

    /// <summary>The images, with the ADC in mm²/s; read now if they have not been needed so far.</summary>
    /// <exception cref="DataException">The files cannot be read any more, or have changed.</exception>
    public DiffusionStudy Study => Input.Study;

    /// <summary>The DWI's header, whose geometry results carry; null for a PNG.</summary>
    public NiftiHeader? Header { get; init; }

    /// <summary>SHA-256 of every file that was read, in lower-case hexadecimal digits, by path.</summary>
    public required IReadOnlyDictionary<string, string> InputHashes { get; init; }

    /// <summary>Sentences on what may make the result wrong.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Sentences worth knowing, such as the unit of the ADC map.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
