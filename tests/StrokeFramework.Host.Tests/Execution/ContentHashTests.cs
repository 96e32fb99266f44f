using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Tests.Execution;

public sealed class ContentHashTests
{
    [Fact]
    public void Of_StudiesWithTheSameContent_IsEqual() => Assert.Equal(ContentHash.Of(Study(1)), ContentHash.Of(Study(1)));

    [Fact]
    public void Of_OneVoxelChanged_Differs() => Assert.NotEqual(ContentHash.Of(Study(1)), ContentHash.Of(Study(2)));

    [Fact]
    public void Of_SameVoxelsAsAdcOrB0_Differs()
    {
        DiffusionStudy study = Study(1);
        Assert.NotEqual(ContentHash.Of(study.WithAdc(study.Dwi)), ContentHash.Of(study.WithB0(study.Dwi)));
    }

    [Fact]
    public void Of_EqualDetections_IsEqualWhateverLiesBetweenTheirMembers()
    {
        byte[] bytes = new byte[Unsafe.SizeOf<SliceBox>()], other = new byte[bytes.Length];
        other.AsSpan().Fill(0xAA);
        SliceBox box = MemoryMarshal.Read<SliceBox>(bytes), padded = MemoryMarshal.Read<SliceBox>(other) with { Slice = 0, MinI = 0, MinJ = 0, MaxI = 0, MaxJ = 0 };
        Assert.Equal(box, padded);
        Assert.Equal(ContentHash.Of(Found(box)), ContentHash.Of(Found(padded)));
        Assert.NotEqual(ContentHash.Of(Found(box)), ContentHash.Of(Found(box with { MaxJ = 1 })));
        Assert.NotEqual(ContentHash.Of(Found(box)), ContentHash.Of(Found(box with { Slice = 1 })));

        static IReadOnlyList<Detection> Found(SliceBox at) => [new(at, StrokeTypes.AcuteIschemic, 0.5)];
    }

    [Fact]
    public void DeriveSeed_DoesNotDependOnTheOrderOfPorts() =>
        Assert.Equal(ContentHash.DeriveSeed(7, "s", [("a", "1"), ("b", "2")]), ContentHash.DeriveSeed(7, "s", [("b", "2"), ("a", "1")]));

    [Fact]
    public void DeriveSeed_DependsOnEachPart()
    {
        ulong seed = ContentHash.DeriveSeed(7, "s", [("a", "1")]);
        Assert.NotEqual(seed, ContentHash.DeriveSeed(8, "s", [("a", "1")]));
        Assert.NotEqual(seed, ContentHash.DeriveSeed(7, "t", [("a", "1")]));
        Assert.NotEqual(seed, ContentHash.DeriveSeed(7, "s", [("b", "1")]));
        Assert.NotEqual(seed, ContentHash.DeriveSeed(7, "s", [("a", "2")]));
    }

    private static DiffusionStudy Study(float voxel) =>
        new(new Volume<float>(VolumeGeometry.FromSpacing(new(2, 1, 1), new(1, 1, 1)), new[] { 0f, voxel }), "a");
}
