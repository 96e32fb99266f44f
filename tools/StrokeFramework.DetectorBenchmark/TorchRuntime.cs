using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace StrokeFramework.DetectorBenchmark;

/// <summary>Takes TorchSharp from the shared runtime, as the host does; it finds libtorch beside itself.</summary>
internal static class TorchRuntime
{
    [ModuleInitializer]
    internal static void Provide() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
    {
        string folder = typeof(TorchRuntime).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "TorchRuntime").Value!;
        string file = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, folder, $"{name.Name}.dll"));
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    };
}
