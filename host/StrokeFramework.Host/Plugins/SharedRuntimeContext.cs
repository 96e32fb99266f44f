using System.Reflection;
using System.Runtime.Loader;

namespace StrokeFramework.Host.Plugins;

/// <summary>
/// All shared runtimes in one load context that is never unloaded. A runtime is opened when a plugin first asks for
/// its binding, so nobody pays for one that is not used.
/// </summary>
internal sealed class SharedRuntimeContext(RuntimeCatalog runtimes) : AssemblyLoadContext("shared-runtimes")
{
    private readonly AssemblyDependencyResolver[] _resolvers =
        [.. runtimes.Runtimes.Select(r => new AssemblyDependencyResolver(Path.Combine(r.Folder, r.Manifest.EntryAssembly)))];

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        foreach (AssemblyDependencyResolver resolver in _resolvers)
        {
            if (resolver.ResolveAssemblyToPath(assemblyName) is { } path) return LoadFromAssemblyPath(path);
        }

        return null; // contracts and framework: the default context
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (AssemblyDependencyResolver resolver in _resolvers)
        {
            if (resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path) return LoadUnmanagedDllFromPath(path);
        }

        return 0;
    }
}
