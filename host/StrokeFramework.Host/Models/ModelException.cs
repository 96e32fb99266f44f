namespace StrokeFramework.Host.Models;

/// <summary>A model file that cannot be used; the message is a sentence that names the file.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public ModelException()
    {
    }

    /// <summary>Creates an exception with a sentence.</summary>
    public ModelException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a sentence and its cause.</summary>
    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
