using System.Text.Json;

namespace StrokeFramework.Host.Data;

/// <summary>Reads what the JSON file beside a DWI says of its acquisition.</summary>
internal static class Sidecar
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The acquisition that a sidecar describes; what it does not say, or says badly, stays unknown.</summary>
    public static Acquisition Parse(ReadOnlyMemory<byte> content, string path, List<string> warnings, List<string> notes)
    {
        ReadOnlyMemory<byte> text = content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Lenient);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return Read(document.RootElement, path, warnings, notes);
        }
        catch (JsonException e)
        {
            warnings.Add($"'{path}' is not valid JSON (line {(e.LineNumber ?? 0) + 1}), so nothing is known of the acquisition.");
            return Acquisition.Unknown;
        }

        warnings.Add($"'{path}' does not hold a JSON object, so nothing is known of the acquisition.");
        return Acquisition.Unknown;
    }

    private static Acquisition Read(JsonElement fields, string path, List<string> warnings, List<string> notes)
    {
        double? bits = Number(fields, "BitsStored", 1, 32, path, warnings);
        double? echo = Number(fields, "EchoTime", 1e-9, 1000, path, warnings);
        // BIDS gives seconds. No diffusion echo lasts a whole second, so a larger number is in milliseconds.
        if (echo > 1) notes.Add(FormattableString.Invariant($"'{path}' gives an echo time of {echo}, which is taken as milliseconds."));
        return new()
        {
            BValue = Number(fields, "DiffusionBValue", 0, 50_000, path, warnings),
            EchoTime = echo > 1 ? echo : 1000 * echo,
            BitsStored = bits == Math.Floor(bits ?? 0) ? (int?)bits : null,
        };
    }

    private static double? Number(JsonElement fields, string name, double least, double most, string path, List<string> warnings)
    {
        if (!fields.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number >= least && number <= most) return number;
        string shown = value.GetRawText();
        warnings.Add($"'{path}' gives {name} as {(shown.Length > 40 ? shown[..40] + "…" : shown)}, which cannot be used; it is taken as unknown.");
        return null;
    }
}
