namespace StrokeFramework.Host.Locking;

/// <summary>A pipeline that cannot be locked, or is not as it was locked.</summary>
public sealed class PipelineLockException : Exception
{
    /// <summary>Creates an exception without a sentence.</summary>
    public PipelineLockException()
    {
    }

    /// <summary>Creates an exception with a sentence.</summary>
    public PipelineLockException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a sentence and its cause.</summary>
    public PipelineLockException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
