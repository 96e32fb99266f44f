using System.Runtime.CompilerServices;

namespace Example;

/// <summary>Leaves a file, when a test asks for one, as soon as anything of this assembly runs.</summary>
internal static class Telltale
{
#pragma warning disable CA2255 // the first code that runs is what this is about
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Tell()
    {
        if (Environment.GetEnvironmentVariable("EXAMPLE_TELLTALE") is { Length: > 0 } file) File.WriteAllText(file, "ran");
    }
}
