namespace StrokeFramework.Host.Data;

/// <summary>
/// A file or folder cannot be used. The message is shown to the user as it stands: complete sentences that name the
/// file, say what is wrong and, where there is one, the remedy.
/// </summary>
public sealed class DataException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public DataException()
    {
    }

    /// <summary>Creates an exception with a sentence for the user.</summary>
    public DataException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a sentence for the user and its cause.</summary>
    public DataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
