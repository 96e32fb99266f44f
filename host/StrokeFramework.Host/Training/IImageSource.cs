namespace StrokeFramework.Host.Training;

/// <summary>Studies with true masks to learn from: files, or a generator. Safe to use from several threads.</summary>
public interface IImageSource
{
    /// <summary>How many studies there are.</summary>
    int Count { get; }

    /// <summary>The studies' names with their stroke type where they are known beforehand; empty for a generator.</summary>
    IReadOnlyDictionary<string, string> Studies { get; }

    /// <summary>SHA-256 of what the images are made of: the files' hashes, or the generator's settings.</summary>
    string DataHash { get; }

    /// <summary>One or two sentences for the model's card.</summary>
    string Description { get; }

    /// <summary>Loads or makes a study. The same number gives the same study.</summary>
    /// <exception cref="Data.DataException">It cannot be read.</exception>
    LabelledStudy Load(int index, CancellationToken cancellation);
}
