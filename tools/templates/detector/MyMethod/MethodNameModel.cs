using System.Text.Json;

namespace MethodName;

/// <summary>The fitted detector: a threshold, the smallest region, and the class that its boxes get. Immutable.</summary>
/// <param name="Threshold">Intensity from which a voxel is bright, in (0, 1).</param>
/// <param name="MinimumArea">Smallest region, in mm².</param>
/// <param name="Label">The class that was most frequent in training.</param>
internal sealed record MethodNameModel(double Threshold, double MinimumArea, string Label) : IDetectorModel
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string> Classes => [Label];

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is something else.</exception>
    public static MethodNameModel Read(Stream stream)
    {
        try
        {
            if (JsonSerializer.Deserialize<MethodNameModel>(stream) is { Threshold: > 0 and < 1, MinimumArea: >= 0, Label: not null } model) return model;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("This is not a model of my-method.", e);
        }

        throw new InvalidDataException("This is not a whole model of my-method.");
    }

    /// <inheritdoc/>
    public IReadOnlyList<Detection> Detect(DiffusionStudy study, StageContext context) =>
        [.. BrightBoxes.Find(study, Threshold, MinimumArea, context.CancellationToken).Select(b => new Detection(b.Box, Label, b.Score)).OrderByDescending(d => d.Score)];

    /// <inheritdoc/>
    public void Save(Stream stream) => JsonSerializer.Serialize(stream, this);
}
