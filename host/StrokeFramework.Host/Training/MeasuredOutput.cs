namespace StrokeFramework.Host.Training;

/// <summary>The outputs that examples for classifiers are made of.</summary>
/// <param name="Node">The node that measures.</param>
/// <param name="Features">The output with its measurements.</param>
/// <param name="Lesions">The output with the segmentation whose lesions it measured; null when those of the truth were.</param>
internal sealed record MeasuredOutput(string Node, string Features, string? Lesions)
{
    /// <summary>The names of the outputs.</summary>
    public IReadOnlyList<string> Names => Lesions is null ? [Features] : [Features, Lesions];
}
