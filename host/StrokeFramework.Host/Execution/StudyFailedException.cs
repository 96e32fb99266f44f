namespace StrokeFramework.Host.Execution;

/// <summary>A study that could not be processed; other studies are not touched by it.</summary>
public sealed class StudyFailedException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public StudyFailedException()
    {
    }

    /// <summary>Creates an exception with a sentence.</summary>
    public StudyFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a sentence and its cause.</summary>
    public StudyFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception for a node.</summary>
    public StudyFailedException(string code, string? node, string message, Exception? innerException = null)
        : base(message, innerException) => (Code, Node) = (code, node);

    /// <summary>Diagnostic code, SF30xx.</summary>
    public string Code { get; } = "SF3000";

    /// <summary>The node that failed, or null when the study did not get that far.</summary>
    public string? Node { get; }
}
