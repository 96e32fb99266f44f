namespace StrokeFramework;

/// <summary>
/// Thrown by a stage that cannot do its work on this input. The message is shown to the user as it stands: a sentence
/// that says what is wrong and what to do.
/// </summary>
public sealed class StageException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public StageException()
    {
    }

    /// <summary>Creates an exception with a sentence for the user.</summary>
    public StageException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a sentence for the user and its cause.</summary>
    public StageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
