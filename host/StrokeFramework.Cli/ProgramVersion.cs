using System.Reflection;

namespace StrokeFramework.Cli;

/// <summary>The program's version, as provenance and models name it.</summary>
internal static class ProgramVersion
{
    // Without the commit that the build may append: the same source gives the same files.
    public static string Text { get; } =
        (Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown").Split('+')[0];
}
