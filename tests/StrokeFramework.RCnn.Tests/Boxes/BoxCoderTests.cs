using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Tests.Boxes;

public sealed class BoxCoderTests
{
    [Fact]
    public void Decode_OfWhatWasEncoded_IsTheBox()
    {
        using DisposeScope scope = NewDisposeScope();
        float[][] sound = [.. RandomBoxes.Of(200, 3).Where(b => b[2] - b[0] > 0.5 && b[3] - b[1] > 0.5 && b[0] < 100)];
        Tensor boxes = RandomBoxes.ToTensor(sound), references = RandomBoxes.ToTensor([.. sound.Reverse()]);
        float[] back = [.. BoxCoder.Decode(BoxCoder.Encode(boxes, references), references).contiguous().data<float>()];
        float[] expected = [.. sound.SelectMany(b => b)];
        for (int n = 0; n < expected.Length; n++) Assert.Equal(expected[n], back[n], 1e-3);
    }

    [Fact]
    public void Encode_OfAKnownPair_IsRenEtAlsFormula()
    {
        using DisposeScope scope = NewDisposeScope();
        // A reference of 10 x 20 around (5, 10); a box of 20 x 10 around (7, 15).
        float[] codes = [.. BoxCoder.Encode(tensor([-3f, 10f, 17f, 20f]).reshape(1, 4), tensor([0f, 0f, 10f, 20f]).reshape(1, 4)).data<float>()];
        Assert.Equal(0.2, codes[0], 1e-6);
        Assert.Equal(0.25, codes[1], 1e-6);
        Assert.Equal(Math.Log(2), codes[2], 1e-6);
        Assert.Equal(-Math.Log(2), codes[3], 1e-6);
    }

    [Fact]
    public void Decode_OfAbsurdCodes_GivesFiniteBoxes()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor boxes = BoxCoder.Decode(tensor([0f, 0f, 1e6f, 1e6f]).reshape(1, 4), tensor([0f, 0f, 10f, 10f]).reshape(1, 4));
        Assert.All(boxes.data<float>().ToArray(), v => Assert.InRange(v, -1000, 1000));
    }
}
