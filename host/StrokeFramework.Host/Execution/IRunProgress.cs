namespace StrokeFramework.Host.Execution;

/// <summary>Watches a run. Called from several threads.</summary>
public interface IRunProgress
{
    /// <summary>A node began.</summary>
    void NodeStarted(string study, string node);

    /// <summary>A node has done a fraction of its work, in [0, 1].</summary>
    void NodeProgressed(string study, string node, double fraction);

    /// <summary>A node ended.</summary>
    void NodeFinished(string study, string node, TimeSpan time);
}
