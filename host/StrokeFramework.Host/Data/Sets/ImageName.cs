namespace StrokeFramework.Host.Data;

/// <summary>What the name and folders of an image file say.</summary>
/// <param name="Path">The file.</param>
/// <param name="Role">What it is.</param>
/// <param name="Subject">Subject label without <c>sub-</c>.</param>
/// <param name="Session">Session label without <c>ses-</c>, or null.</param>
/// <param name="Stem">What files of one acquisition have in common: the name up to the word that says what it is.</param>
/// <param name="IsBids">Whether the subject is stated as <c>sub-</c> in the name or a folder.</param>
internal sealed record ImageName(string Path, ImageRole Role, string Subject, string? Session, string Stem, bool IsBids)
{
    private static readonly string[] Extensions = [".nii.gz", ".nii", ".png"];

    /// <summary>The folder that the file lies in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path) ?? "";

    /// <summary>Whether the file's extension is one of an image that can be read.</summary>
    public static bool IsImage(string path) => ExtensionOf(path) is not null;

    /// <summary>The path of a file of the same name with another extension.</summary>
    public static string WithExtension(string path, string extension) => path[..^(ExtensionOf(path) ?? "").Length] + extension;

    /// <summary>Takes a name apart.</summary>
    /// <param name="path">The full path of an image file.</param>
    public static ImageName Parse(string path)
    {
        string bare = System.IO.Path.GetFileName(WithExtension(path, ""));
        string[] words = bare.Split('_', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) words = [bare];
        string[] folders = [.. (System.IO.Path.GetDirectoryName(path) ?? "").Split(System.IO.Path.DirectorySeparatorChar).Reverse()];
        string? session = Entity(words, "ses-") ?? Entity(folders, "ses-");
        if (Entity(words, "sub-") is { } named)
            return new(path, ImageRoles.OfBids(words), named, session, string.Join('_', words[..^1]), true);

        ImageRole role = words.Select(ImageRoles.Of).LastOrDefault(r => r != ImageRole.Unknown);
        if (role == ImageRole.Mask && words.Contains("brain", StringComparer.OrdinalIgnoreCase)) role = ImageRole.Other;
        string stem = string.Join('_', words.TakeWhile(w => ImageRoles.Of(w) == ImageRole.Unknown));
        if (Entity(folders, "sub-") is { } folder) return new(path, role, folder, session, stem, true);
        return new(path, role, Label(stem.Length > 0 ? stem : folders[0]), session, stem, false);
    }

    /// <summary>The same file under the name of its folder, for names that are not unique by themselves.</summary>
    public ImageName QualifiedByFolder()
    {
        string folder = System.IO.Path.GetFileName(Folder);
        return Stem.Length == 0 ? this : this with { Subject = Label(folder + Stem) };
    }

    private static string? ExtensionOf(string path) =>
        Extensions.FirstOrDefault(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static string? Entity(string[] words, string key) =>
        words.FirstOrDefault(w => w.Length > key.Length && w.StartsWith(key, StringComparison.Ordinal))?[key.Length..];

    /// <summary>A label as BIDS allows it: letters and digits.</summary>
    private static string Label(string text)
    {
        string label = string.Concat(text.Where(char.IsAsciiLetterOrDigit));
        return label.Length > 0 ? label : "unnamed";
    }
}
