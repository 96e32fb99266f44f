using System.Runtime.InteropServices;
using TorchSharp;

namespace StrokeFramework.Networks;

/// <summary>
/// The numbers of a tensor where they lie, without a copy. A span is valid as long as the tensor: it has to belong to a
/// dispose scope or to somebody else who keeps it.
/// </summary>
public static class TensorSpans
{
    /// <summary>The numbers of a float32 tensor on the processor, last dimension fastest.</summary>
    /// <exception cref="ArgumentException">The tensor is of another type, or does not lie in that order.</exception>
    public static Span<float> Floats(this torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.dtype != torch.ScalarType.Float32 || !tensor.is_contiguous()) throw new ArgumentException("The tensor is no contiguous one of float32.", nameof(tensor));
        return tensor.NumberOfElements == 0 ? [] : MemoryMarshal.Cast<byte, float>(tensor.bytes);
    }
}
