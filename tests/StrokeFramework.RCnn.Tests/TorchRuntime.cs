using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using StrokeFramework.TestSupport;

namespace StrokeFramework.RCnn.Tests;

/// <summary>Takes TorchSharp from the shared runtime, as the host does; it finds libtorch beside itself.</summary>
internal static class TorchRuntime
{
    [ModuleInitializer]
    internal static void Provide() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
    {
        string folder = typeof(TorchRuntime).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "TorchRuntime").Value!;
        string file = Path.Combine(SharedData.RepositoryRoot, folder, $"{name.Name}.dll");
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    };
}
