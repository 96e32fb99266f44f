using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StrokeFramework.Host.Models;

namespace StrokeFramework.Host.Tests.Models;

public sealed class ModelFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stroke-model-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "a.model");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_GivesBackWhatWasWritten()
    {
        Sample().Write(Path);
        ModelFile read = ModelFile.Read(Path);

        Assert.Equal("a pipeline", read.Description.Pipeline);
        Assert.Equal("acute-ischemic", read.Description.Studies["sub-a"]);
        Assert.Equal([1, 2, 3], read.Nodes[0].Content.ToArray());
        Assert.Equal([4, 5], read.Nodes[1].Content.ToArray());
        Assert.Equal(["x", "y"], read.Nodes[0].Classes);
    }

    [Fact]
    public void Write_GivesTheSameBytesTwice()
    {
        Sample().Write(Path);
        byte[] first = File.ReadAllBytes(Path);
        Sample().Write(Path);
        Assert.Equal(first, File.ReadAllBytes(Path));
    }

    [Fact]
    public void Read_WithAnyOneByteChanged_IsRefusedInASentence()
    {
        Sample().Write(Path);
        byte[] whole = File.ReadAllBytes(Path);
        for (int n = 0; n < whole.Length; n++)
        {
            byte[] changed = [.. whole];
            changed[n] ^= 0x41;
            File.WriteAllBytes(Path, changed);
            Assert.Contains(Path, Assert.Throws<ModelException>(() => ModelFile.Read(Path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_OfAnyTruncation_IsRefusedInASentence()
    {
        Sample().Write(Path);
        byte[] whole = File.ReadAllBytes(Path);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Path, whole[..length]);
            Assert.Throws<ModelException>(() => ModelFile.Read(Path));
        }
    }

    [Theory]
    [InlineData("\"readableSince\": 1", "\"readableSince\": 9", "Update the program")]
    [InlineData("\"writtenBy\": 1", "\"writtenBy\": 0", "Train it again")]
    [InlineData("\"length\": 3", "\"length\": 9", "malformed")]
    [InlineData("\"seed\": 7", "\"seed\": x", "malformed")]
    public void Read_OfAHeaderThatDoesNotFit_ThoughItsHashDoes_IsRefused(string from, string to, string phrase)
    {
        Sample().Write(Path);
        File.WriteAllBytes(Path, Reseal(File.ReadAllBytes(Path), from, to));
        Assert.Contains(phrase, Assert.Throws<ModelException>(() => ModelFile.Read(Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfNothing_SaysSo() => Assert.Contains("There is no model", Assert.Throws<ModelException>(() => ModelFile.Read(Path + "x")).Message, StringComparison.Ordinal);

    private static byte[] Reseal(byte[] whole, string from, string to)
    {
        const int Prefix = 12;
        int length = BinaryPrimitives.ReadInt32LittleEndian(whole.AsSpan(Prefix));
        string header = Encoding.UTF8.GetString(whole, Prefix + 4, length);
        Assert.Contains(from, header, StringComparison.Ordinal);
        byte[] changed = Encoding.UTF8.GetBytes(header.Replace(from, to, StringComparison.Ordinal));
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, changed.Length);
        byte[] body = [.. whole[..Prefix], .. size, .. changed, .. whole[(Prefix + 4 + length)..^32]];
        return [.. body, .. SHA256.HashData(body)];
    }

    private static ModelFile Sample() => new(
        new ModelDescription { Pipeline = "a pipeline", Program = "1.0.0", Seed = 7, Lesions = "truth", DataHash = "00", Card = "card", Studies = new Dictionary<string, string> { ["sub-a"] = "acute-ischemic" } },
        [Node("type", [1, 2, 3]), Node("other", [4, 5])]);

    private static NodeModel Node(string name, byte[] content) => new()
    {
        Node = name,
        Stage = "svm",
        AlgorithmVersion = "1",
        Plugin = "P",
        PluginVersion = "1.0.0",
        Parameters = JsonSerializer.SerializeToElement(new { a = 1 }),
        Classes = ["x", "y"],
        FeatureSchemaHash = "ab",
        Features = ["mean"],
        Content = content,
    };
}
