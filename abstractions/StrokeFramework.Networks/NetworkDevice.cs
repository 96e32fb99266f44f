using System.Runtime.InteropServices;
using TorchSharp;

namespace StrokeFramework.Networks;

/// <summary>Where a network computes.</summary>
public static class NetworkDevice
{
    /// <summary>
    /// Names the folder of a libtorch for CUDA, of the version of the shared runtime (such as the <c>torch/lib</c> folder
    /// of a Python installation of PyTorch). The framework brings libtorch for the processor alone.
    /// </summary>
    public const string LibrariesVariable = "STROKE_LIBTORCH_CUDA";

    // In the order in which they need each other.
    private static readonly string[] Libraries = ["libc10.so", "libc10_cuda.so", "libtorch_cpu.so", "libtorch_cuda.so", "libtorch.so"];
    private static readonly Lock Gate = new();
    private static torch.Device? _cuda;

    /// <summary>Whether the user names a libtorch for CUDA.</summary>
    public static bool IsCudaNamed => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(LibrariesVariable));

    /// <summary>The device of a name.</summary>
    /// <param name="name"><c>cpu</c> or <c>cuda</c>.</param>
    /// <exception cref="StageException">There is no such device, or it cannot be used; the message says why and what to do.</exception>
    public static torch.Device Open(string name) => name switch
    {
        "cpu" => torch.CPU,
        "cuda" => OpenCuda(),
        _ => throw new StageException($"There is no device '{name}'. Write cpu or cuda."),
    };

    private static torch.Device OpenCuda()
    {
        lock (Gate)
        {
            if (_cuda is not null) return _cuda;
            string? folder = Environment.GetEnvironmentVariable(LibrariesVariable);
            if (string.IsNullOrEmpty(folder))
                throw new StageException($"The device cuda needs a libtorch for CUDA of version {torch.__version__.Split('+')[0]}. Name its folder in {LibrariesVariable}, or use the device cpu.");
            if (IsLoaded())
                throw new StageException("The device cuda cannot be opened any more: libtorch for the processor is in use in this process already. Let every node use cuda, or run them one after the other.");
            foreach (string library in Libraries)
            {
                string path = Path.Combine(folder, library);
                if (!File.Exists(path)) throw new StageException($"The folder '{folder}' in {LibrariesVariable} holds no {library}, so it is no libtorch for CUDA. Name another folder, or use the device cpu.");
            }

            try
            {
                // By full path and before the binding: what is loaded under a library's own name is what the binding finds.
                foreach (string library in Libraries) NativeLibrary.Load(Path.Combine(folder, library));
                torch.InitializeDeviceType(DeviceType.CUDA);
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or ExternalException or NotSupportedException)
            {
                throw new StageException($"The libtorch for CUDA in '{folder}' cannot be used: {e.Message.ReplaceLineEndings(" ")} Use the device cpu.", e);
            }

            if (!torch.cuda.is_available()) throw new StageException("The device cuda is not there: libtorch finds no graphics processor or no driver. Use the device cpu.");
            return _cuda = torch.CUDA;
        }
    }

    private static bool IsLoaded() =>
        OperatingSystem.IsLinux() && File.ReadLines("/proc/self/maps").Any(l => l.EndsWith("libtorch_cpu.so", StringComparison.Ordinal));
}
