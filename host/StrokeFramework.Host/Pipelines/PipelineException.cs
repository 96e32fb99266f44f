namespace StrokeFramework.Host.Pipelines;

/// <summary>A graph that cannot be run, with everything that is wrong with it.</summary>
public sealed class PipelineException : Exception
{
    /// <summary>Creates an exception without diagnostics.</summary>
    public PipelineException()
    {
    }

    /// <summary>Creates an exception with a sentence.</summary>
    public PipelineException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a sentence and its cause.</summary>
    public PipelineException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception from diagnostics.</summary>
    public PipelineException(string file, IReadOnlyList<PipelineDiagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, (diagnostics ?? []).Select(d => d.Format(file)))) => Diagnostics = diagnostics ?? [];

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<PipelineDiagnostic> Diagnostics { get; } = [];
}
