using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.Networks.Tests;

public sealed class TensorFileTests
{
    [Fact]
    public void Read_OfWhatWasWritten_IsTheSame()
    {
        using DisposeScope scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor>
        {
            ["b"] = tensor([1.5f, float.NaN, -3], [3, 1]),
            ["a"] = tensor(7L),
            ["c"] = empty(0, 4),
            ["d"] = tensor([0.1, 0.2]),
            ["e"] = tensor(new byte[] { 1, 255 }),
        };
        byte[] bytes = Write(tensors);
        IReadOnlyDictionary<string, Tensor> read = TensorFile.Read(new MemoryStream(bytes));
        Assert.Equal(["a", "b", "c", "d", "e"], read.Keys.Order(StringComparer.Ordinal));
        Assert.All(read, t => Assert.True(t.Value.dtype == tensors[t.Key].dtype && t.Value.shape.SequenceEqual(tensors[t.Key].shape) && t.Value.bytes.SequenceEqual(tensors[t.Key].bytes), t.Key));
        Assert.Equal(bytes, Write(read));
    }

    [Fact]
    public void Write_AtHalfPrecision_RoundsToIt()
    {
        using DisposeScope scope = NewDisposeScope();
        byte[] bytes = Write(new Dictionary<string, Tensor> { ["x"] = tensor([0.1f, 1f]) }, half: true);
        using Tensor read = TensorFile.Read(new MemoryStream(bytes))["x"];
        Assert.Equal([(float)(Half)0.1f, 1f], read.to(ScalarType.Float32).data<float>().ToArray());
    }

    [Fact]
    public void Read_OfAnyCutOrLengthenedFile_IsRefused()
    {
        using DisposeScope scope = NewDisposeScope();
        byte[] bytes = Write(new Dictionary<string, Tensor> { ["x"] = tensor([0.1f, 1f]), ["y"] = tensor(1L) });
        for (int length = 0; length < bytes.Length; length++) Assert.Throws<InvalidDataException>(() => TensorFile.Read(new MemoryStream(bytes[..length])));
        Assert.Throws<InvalidDataException>(() => TensorFile.Read(new MemoryStream([.. bytes, 0])));
    }

    private static byte[] Write(IReadOnlyDictionary<string, Tensor> tensors, bool half = false)
    {
        using var stream = new MemoryStream();
        TensorFile.Write(stream, tensors, half);
        return stream.ToArray();
    }
}
