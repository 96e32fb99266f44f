namespace StrokeFramework;

/// <summary>Takes a stage's remarks for the user, as sentences.</summary>
public interface IStageLog
{
    /// <summary>Something worth knowing.</summary>
    void Information(string message);

    /// <summary>Something that may make the result wrong.</summary>
    void Warning(string message);
}
