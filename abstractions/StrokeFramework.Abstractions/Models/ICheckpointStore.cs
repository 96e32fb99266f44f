namespace StrokeFramework;

/// <summary>Keeps the last state of a training. A state is there whole or not at all.</summary>
public interface ICheckpointStore
{
    /// <summary>Opens the last state, or returns null when there is none to go on from.</summary>
    Stream? Open();

    /// <summary>Replaces the state.</summary>
    /// <param name="write">Writes the new state to the stream that it is given.</param>
    void Write(Action<Stream> write);
}
