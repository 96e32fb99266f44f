namespace StrokeFramework.UNet;

/// <summary>Where the network computes.</summary>
public enum ComputeDevice
{
    /// <summary>On the processor.</summary>
    Cpu,

    /// <summary>On an NVIDIA graphics processor, with a libtorch for CUDA that the user names.</summary>
    Cuda,
}
