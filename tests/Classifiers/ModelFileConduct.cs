using System.Buffers.Binary;
using System.Security.Cryptography;

namespace StrokeFramework.ClassifierTests;

/// <summary>What any classifier's model file must withstand.</summary>
/// <param name="id">The stage.</param>
/// <param name="settings">Settings that exercise all parts of the file, as JSON.</param>
public abstract class ModelFileConduct(string id, params string[] settings)
{
    private readonly ClassifierStage _stage = new(id);
    private static readonly LabelledFeatures Clouds = Examples.Clouds(4, 8, 2, 1.2);

    [Fact]
    public void Load_OfASavedModel_PredictsTheSame_AndSavesTheSameBytes()
    {
        foreach (string setting in settings)
        {
            IClassifierModel model = _stage.Train(Clouds, setting);
            byte[] bytes = ClassifierStage.Save(model);
            IClassifierModel loaded = _stage.Load(bytes);
            Assert.Equal(bytes, ClassifierStage.Save(loaded));
            Assert.Equal(model.Classes, loaded.Classes);
            Assert.Equal(model.FeatureSchemaHash, loaded.FeatureSchemaHash);
            Assert.Equal(Examples.Values(model.Predict(Clouds.Features)), Examples.Values(loaded.Predict(Clouds.Features)));
            Assert.Equal(model.Predict(Clouds.Features).Method, loaded.Predict(Clouds.Features).Method);
        }
    }

    [Fact]
    public void Load_OfAModelWithAnyOneByteChanged_IsRefused()
    {
        byte[] bytes = ClassifierStage.Save(_stage.Train(Clouds, settings[0]));
        for (int n = 0; n < bytes.Length; n++)
        {
            byte[] changed = [.. bytes];
            changed[n] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => _stage.Load(changed));
        }
    }

    [Fact]
    public void Load_OfAModelCutAnywhere_IsRefused()
    {
        byte[] bytes = ClassifierStage.Save(_stage.Train(Clouds, settings[0]));
        for (int n = 0; n < bytes.Length; n++) Assert.Throws<InvalidDataException>(() => _stage.Load(bytes[..n]));
        Assert.Throws<InvalidDataException>(() => _stage.Load([.. bytes, 0]));
    }

    [Fact]
    public void Load_OfANewerFormat_SaysSo()
    {
        byte[] bytes = ClassifierStage.Save(_stage.Train(Clouds, settings[0]));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), 2);
        Assert.Contains("format 2", Assert.Throws<InvalidDataException>(() => _stage.Load(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OfSomethingElse_SaysSo() =>
        Assert.Contains("not a model", Assert.Throws<InvalidDataException>(() => _stage.Load("{ \"model\": 1 }            "u8.ToArray())).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_OfForgedContentWithAFittingChecksum_IsAModelThatPredicts_OrIsRefused()
    {
        IClassifier stage = _stage.Create();
        var random = new Random(3);
        int refused = 0;
        foreach (string setting in settings)
        {
            byte[] bytes = ClassifierStage.Save(_stage.Train(Clouds, setting));
            for (int trial = 0; trial < 3000; trial++) refused += IsRefused(stage, Forge(bytes, random)) ? 1 : 0;
        }

        Assert.InRange(refused, 100, 3000 * settings.Length);
    }

    private static bool IsRefused(IClassifier stage, byte[] forged)
    {
        try
        {
            using var stream = new MemoryStream(forged);
            IClassifierModel model = stage.Load(stream);
            Assert.Equal(forged, ClassifierStage.Save(model));
            if (model.FeatureSchemaHash == Clouds.Features.Schema.Hash)
                Assert.All(Examples.Values(model.Predict(Examples.Table([0.3, 0.4], [1e300, double.NaN]))), v => Assert.InRange(v, 0, 1));
            return false;
        }
        catch (InvalidDataException e)
        {
            Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
            return true;
        }
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
