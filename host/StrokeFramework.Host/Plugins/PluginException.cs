namespace StrokeFramework.Host.Plugins;

/// <summary>A plugin that cannot be loaded or used.</summary>
public sealed class PluginException : Exception
{
    /// <summary>Creates an exception without a problem.</summary>
    public PluginException()
    {
    }

    /// <summary>Creates an exception with a sentence.</summary>
    public PluginException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a sentence and its cause.</summary>
    public PluginException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception from a problem.</summary>
    public PluginException(PluginProblem problem, Exception? innerException = null)
        : base(problem.ToString(), innerException) => Problem = problem;

    /// <summary>The problem, when it is a known one.</summary>
    public PluginProblem? Problem { get; }
}
