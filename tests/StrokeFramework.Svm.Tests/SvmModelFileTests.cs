using System.Buffers.Binary;
using System.Security.Cryptography;

namespace StrokeFramework.Svm.Tests;

public sealed class SvmModelFileTests
{
    private static readonly LabelledFeatures Clouds = Examples.Clouds(4, 8, 2, 1.2);

    [Theory]
    [InlineData("""{ "kernel": "linear" }""")]
    [InlineData("""{ "kernel": "cubic" }""")]
    [InlineData("""{ "kernel": "gaussian-medium", "decoding": "votes" }""")]
    public void Load_OfASavedModel_PredictsTheSame_AndSavesTheSameBytes(string settings)
    {
        IClassifierModel model = SvmStage.Train(Clouds, settings);
        byte[] bytes = SvmStage.Save(model);
        IClassifierModel loaded = SvmStage.Load(bytes);
        Assert.Equal(bytes, SvmStage.Save(loaded));
        Assert.Equal(model.Classes, loaded.Classes);
        Assert.Equal(model.FeatureSchemaHash, loaded.FeatureSchemaHash);
        Assert.Equal(Examples.Values(model.Predict(Clouds.Features)), Examples.Values(loaded.Predict(Clouds.Features)));
        Assert.Equal(model.Predict(Clouds.Features).Method, loaded.Predict(Clouds.Features).Method);
    }

    [Fact]
    public void Load_OfAModelWithAnyOneByteChanged_IsRefused()
    {
        byte[] bytes = SvmStage.Save(SvmStage.Train(Clouds));
        for (int n = 0; n < bytes.Length; n++)
        {
            byte[] changed = [.. bytes];
            changed[n] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => SvmStage.Load(changed));
        }
    }

    [Fact]
    public void Load_OfAModelCutAnywhere_IsRefused()
    {
        byte[] bytes = SvmStage.Save(SvmStage.Train(Clouds));
        for (int n = 0; n < bytes.Length; n++) Assert.Throws<InvalidDataException>(() => SvmStage.Load(bytes[..n]));
        Assert.Throws<InvalidDataException>(() => SvmStage.Load([.. bytes, 0]));
    }

    [Fact]
    public void Load_OfANewerFormat_SaysSo()
    {
        byte[] bytes = SvmStage.Save(SvmStage.Train(Clouds));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), 2);
        Assert.Contains("format 2", Assert.Throws<InvalidDataException>(() => SvmStage.Load(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OfSomethingElse_SaysSo() =>
        Assert.Contains("not a model", Assert.Throws<InvalidDataException>(() => SvmStage.Load("{ \"model\": 1 }            "u8.ToArray())).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("linear")]
    [InlineData("gaussian-medium")]
    public void Load_OfForgedContentWithAFittingChecksum_IsAModelOrIsRefused(string kernel)
    {
        byte[] bytes = SvmStage.Save(SvmStage.Train(Clouds, $$"""{ "kernel": "{{kernel}}" }"""));
        IClassifier stage = SvmStage.Create();
        var random = new Random(3);
        int refused = 0;
        for (int trial = 0; trial < 3000; trial++)
        {
            byte[] forged = Forge(bytes, random);
            try
            {
                using var stream = new MemoryStream(forged);
                IClassifierModel model = stage.Load(stream);
                Assert.Equal(forged, SvmStage.Save(model));
            }
            catch (InvalidDataException e)
            {
                Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, 100, 3000);
    }

    private static byte[] Forge(byte[] bytes, Random random)
    {
        byte[] body = bytes[..^SHA256.HashSizeInBytes];
        switch (random.Next(4))
        {
            case 0:
                body[random.Next(12, body.Length)] = (byte)random.Next(256);
                break;
            case 1:
                BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(random.Next(12, body.Length - 4)), random.Next(2) == 0 ? int.MaxValue : -random.Next(1, 9));
                break;
            case 2:
                BinaryPrimitives.WriteDoubleLittleEndian(body.AsSpan(random.Next(12, body.Length - 8)), random.Next(2) == 0 ? double.NaN : double.MaxValue);
                break;
            default:
                body = body[..random.Next(12, body.Length)];
                break;
        }

        return [.. body, .. SHA256.HashData(body)];
    }
}
