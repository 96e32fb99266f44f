using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Networks.Tests;

/// <summary>Lets the tests find the binding, and libtorch beside it, in the shared runtime.</summary>
internal static class SharedTorch
{
    [ModuleInitializer]
    internal static void Find()
    {
        string configuration = typeof(SharedTorch).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Configuration").Value!;
        string runtimes = Path.Combine(SharedData.RepositoryRoot, "artifacts", "runtimes", configuration, "torch");
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name == "TorchSharp" && Directory.GetFiles(runtimes, "TorchSharp.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault() is { } file ? context.LoadFromAssemblyPath(file) : null;
    }
}
