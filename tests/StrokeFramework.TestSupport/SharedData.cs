using Xunit;

namespace StrokeFramework.TestSupport;

/// <summary>Finds the real cases and golden figures that lie beside the checkout; tests skip where they are absent.</summary>
public static class SharedData
{
    private static readonly string? Root = Find();

    /// <summary>The path of a shared file or folder; the test is skipped, saying so, where it is absent.</summary>
    public static string PathOf(string relative)
    {
        string? path = Root is null ? null : Path.Combine(Root, relative);
        Assert.SkipUnless(path is not null && Path.Exists(path), $"The shared data '{relative}' is not beside this checkout.");
        return path!;
    }

    /// <summary>The root of this repository.</summary>
    public static string RepositoryRoot { get; } = FindRepository();

    private static string? Find()
    {
        string shared = Path.Combine(Path.GetDirectoryName(FindRepository())!, "shared");
        return Directory.Exists(shared) ? shared : null;
    }

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "StrokeFramework.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No StrokeFramework.sln above '{AppContext.BaseDirectory}'.");
    }
}
