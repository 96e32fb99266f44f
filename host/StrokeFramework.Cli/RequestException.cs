namespace StrokeFramework.Cli;

/// <summary>A request that cannot be carried out as it stands; the message is a sentence with the remedy.</summary>
internal sealed class RequestException : Exception
{
    public RequestException()
    {
    }

    public RequestException(string message)
        : base(message)
    {
    }

    public RequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
