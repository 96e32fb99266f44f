namespace StrokeFramework.Host.Data;

/// <summary>A gray picture read from a PNG file.</summary>
/// <param name="Volume">
/// The stored gray values on a grid of one slice. The picture is taken to be shown as radiologists show it: its left
/// side is the patient's right, its top is anterior.
/// </param>
/// <param name="BitDepth">Bits per sample: 8 or 16.</param>
/// <param name="Warnings">Sentences on what was assumed; each names the file.</param>
public sealed record PngImage(Volume<float> Volume, int BitDepth, IReadOnlyList<string> Warnings);
