namespace StrokeFramework.Host.Comparison;

/// <summary>One study with what each technique makes of it, for the table of images.</summary>
/// <param name="Study">The study's name.</param>
/// <param name="StrokeType">The patient's stroke type; empty when unknown.</param>
/// <param name="Image">The diffusion-weighted image.</param>
/// <param name="Truth">The truth mask.</param>
/// <param name="Segmentations">The segmentation of each technique, by its name.</param>
public sealed record ComparedPicture(string Study, string StrokeType, Volume<float> Image, Volume<byte> Truth, IReadOnlyDictionary<string, Segmentation> Segmentations);
