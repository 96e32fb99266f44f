using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Tests.Boxes;

public sealed class BoxCoderTests
{
    [Fact]
    public void Decode_OfWhatWasEncoded_IsTheBox()
    {
        float[][] sound = [.. RandomBoxes.Of(200, 3).Where(b => b[2] - b[0] > 0.5 && b[3] - b[1] > 0.5 && b[0] < 100)];
        Span<float> code = stackalloc float[4], back = stackalloc float[4];
        for (int n = 0; n < sound.Length; n++)
        {
            float[] reference = sound[^(n + 1)];
            BoxCoder.Encode(sound[n], reference, code);
            BoxCoder.Decode(code, reference, back);
            for (int k = 0; k < 4; k++) Assert.Equal(sound[n][k], back[k], 1e-3);
        }
    }

    [Fact]
    public void Encode_OfAKnownPair_IsRenEtAlsFormula()
    {
        // A reference of 10 x 20 around (5, 10); a box of 20 x 10 around (7, 15).
        var codes = new float[4];
        BoxCoder.Encode([-3, 10, 17, 20], [0, 0, 10, 20], codes);
        Assert.Equal(0.2, codes[0], 1e-6);
        Assert.Equal(0.25, codes[1], 1e-6);
        Assert.Equal(Math.Log(2), codes[2], 1e-6);
        Assert.Equal(-Math.Log(2), codes[3], 1e-6);
    }

    [Fact]
    public void Decode_OfAbsurdCodes_GivesFiniteBoxes()
    {
        var box = new float[4];
        BoxCoder.Decode([0, 0, 1e6f, 1e6f], [0, 0, 10, 10], box);
        Assert.All(box, v => Assert.InRange(v, -1000, 1000));
    }
}
