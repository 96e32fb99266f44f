namespace StrokeFramework.Host.Data;

/// <summary>An expert's lesion mask in memory.</summary>
/// <param name="Source">Where it was read.</param>
/// <param name="Mask">1 in the lesion, 0 elsewhere.</param>
/// <param name="Sha256">SHA-256 of the file, in lower-case hexadecimal digits.</param>
/// <param name="Warnings">Sentences on what was assumed; each names the file.</param>
public sealed record LoadedTruth(TruthSource Source, Volume<byte> Mask, string Sha256, IReadOnlyList<string> Warnings);
