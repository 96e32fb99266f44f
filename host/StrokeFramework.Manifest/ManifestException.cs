namespace StrokeFramework.Manifest;

/// <summary>A manifest that cannot be read; the message is a sentence that names the file.</summary>
public sealed class ManifestException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public ManifestException()
    {
    }

    /// <summary>Creates an exception with a sentence for the user.</summary>
    public ManifestException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a sentence for the user and its cause.</summary>
    public ManifestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
