namespace StrokeFramework;

/// <summary>Learns to find lesions voxel by voxel, from studies with true masks.</summary>
public interface ILearnedSegmenter : IStage
{
    /// <summary>Fits a model.</summary>
    /// <param name="examples">
    /// The studies. Reading one makes or loads it anew, from any thread, so a stage keeps what it needs and no more.
    /// </param>
    /// <param name="context">The seed, the threads, and in <see cref="StageContext.Training"/> who watches and keeps checkpoints.</param>
    /// <exception cref="StageException">The examples cannot be learned from; the message says why.</exception>
    ISegmenterModel Train(IReadOnlyList<SegmentationExample> examples, StageContext context);

    /// <summary>Reads a model that <see cref="IModel.Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is not such a model.</exception>
    ISegmenterModel Load(Stream stream);
}
