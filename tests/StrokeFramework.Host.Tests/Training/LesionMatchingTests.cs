using StrokeFramework.Host.Training;
using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Tests.Training;

public sealed class LesionMatchingTests
{
    private static readonly VolumeGeometry Grid = VolumeGeometry.FromSpacing(new(20, 1, 1), new(1, 1, 1));

    [Fact]
    public void Match_GivesEachFoundLesionTheTruthItSharesMostVoxelsWith()
    {
        LesionMatching matching = LesionMatching.Match(Lesions("......111111........"), Lesions("....111.11111......."));
        // The longer truth lesion (number 1, index 0) shares four voxels, the shorter one.
        Assert.Equal([0], matching.TruthOf);
        Assert.Equal([1], matching.Missed);
    }

    [Fact]
    public void Match_OfALesionBesideTheTruth_IsAFalseDetection()
    {
        LesionMatching matching = LesionMatching.Match(Lesions("111................."), Lesions("..........11........"));
        Assert.Equal([null], matching.TruthOf);
        Assert.Equal([0], matching.Missed);
    }

    [Fact]
    public void Match_OfTwoPiecesOfOneTruth_GivesBothItsLabel()
    {
        LesionMatching matching = LesionMatching.Match(Lesions("..11..111..........."), Lesions("..11111111.........."));
        Assert.Equal([0, 0], matching.TruthOf);
        Assert.Empty(matching.Missed);
    }

    [Theory]
    [InlineData("....................", "..11................", 0, 1)]
    [InlineData("..11................", "....................", 1, 0)]
    [InlineData("....................", "....................", 0, 0)]
    public void Match_WithNothingOnOneSide_IsFine(string found, string truth, int foundCount, int missed)
    {
        LesionMatching matching = LesionMatching.Match(Lesions(found), Lesions(truth));
        Assert.Equal(foundCount, matching.TruthOf.Count);
        Assert.Equal(missed, matching.Missed.Count);
    }

    private static LesionSet Lesions(string row) => LesionFinder.Find(new(new Volume<byte>(Grid, row.Select(c => c == '1' ? (byte)1 : (byte)0).ToArray())));
}
