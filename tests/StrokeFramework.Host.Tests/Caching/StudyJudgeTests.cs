using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Runs;
using StrokeFramework.Host.Tests.Data;
using StrokeFramework.Host.Training;
using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Tests.Caching;

public sealed class StudyJudgeTests : IDisposable
{
    private static readonly VolumeGeometry Grid = VolumeGeometry.FromSpacing(new(8, 8, 1), new(2, 2, 5));
    private static readonly FeatureSchema Schema = new([new("area", "mm²", "")]);
    private static readonly MeasuredOutput Measured = new("features", ":features:features", ":lesions:features");
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _remarks = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Judge_ASecondTime_NeedsNothingAndSaysTheSame()
    {
        Verdict plain = Judge(new(), cached: false), made = Judge(new()), found = Judge(new());

        Assert.Equal([":features:features", ":lesions:features", "mask"], made.Needed.Order(StringComparer.Ordinal));
        Assert.Empty(found.Needed);
        AssertSame(plain, made);
        AssertSame(plain, found);
        Assert.Equal(["examples of features: from the cache, sub-a", "agreement of mask: from the cache, sub-a"], found.Journal);
        // Two lesions of the truth, of which the larger is found; a false one beside.
        Assert.Equal([1, null], found.Lesions.TruthLesions);
        Assert.Equal([0.04], found.Lesions.Missed);
        Assert.Equal(["acute-ischemic", null], found.Lesions.Label("acute-ischemic").Select(l => l.Label));
        Assert.Equal(new OverlapCounts(3, 1, 3, 57), found.Summary.Metrics!.Overlap);
    }

    [Theory]
    [InlineData("truth", "truth mask changed", "")]
    // The smaller lesion is left out, and so is its row.
    [InlineData("minimum", "minimum lesion volume changed 0 -> 30", "; result features changed")]
    [InlineData("study", "study changed", "")]
    public void Judge_AfterAChange_IsMadeAgainAndSaysWhy(string change, string reason, string moreOfExamples)
    {
        Judge(new());
        Case changed = change switch { "truth" => new() { Truth = [8, 9, 10] }, "minimum" => new() { Minimum = 30 }, _ => new() { Level = 2 } };
        Verdict again = Judge(changed);

        Assert.Equal(3, again.Needed.Count);
        Assert.Equal([$"examples of features: ran, sub-a: {reason}{moreOfExamples}", $"agreement of mask: ran, sub-a: {reason}"], again.Journal);
        AssertSame(Judge(changed, cached: false), again);
        Assert.Empty(Judge(changed).Needed);
        // What was kept before is still there.
        Assert.Empty(Judge(new()).Needed);
    }

    [Fact]
    public void Judge_OfAChangedResult_MakesAgainWhatThatIsPartOf()
    {
        Judge(new());
        Verdict features = Judge(new() { Area = 7 }), mask = Judge(new() { Mask = [8, 9, 10] });

        Assert.Equal([":features:features", ":lesions:features"], features.Needed.Order(StringComparer.Ordinal));
        Assert.Contains("examples of features: ran, sub-a: result features changed", features.Journal);
        Assert.Equal(3, mask.Needed.Count);
        Assert.Contains("agreement of mask: ran, sub-a: result mask changed", mask.Journal);
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("cut")]
    [InlineData("empty")]
    [InlineData("foreign")]
    public void Judge_OverDamagedEntries_IsMadeAgain(string damage)
    {
        Verdict made = Judge(new());
        foreach (string file in Directory.GetFiles(Path.Combine(_folder.Path, "cache", "entries"), "*", SearchOption.AllDirectories))
        {
            byte[] bytes = File.ReadAllBytes(file);
            bytes[^20] ^= 4;
            File.WriteAllBytes(file, damage switch { "flip" => bytes, "cut" => bytes[..^5], "empty" => [], _ => new byte[500] });
        }

        Verdict again = Judge(new());

        Assert.Equal(3, again.Needed.Count);
        AssertSame(made, again);
        Assert.Contains("agreement of mask: ran, sub-a: its result is not in the cache any more", again.Journal);
        Assert.Contains(_remarks, r => r.Contains("was damaged", StringComparison.Ordinal));
        Assert.Empty(Judge(new()).Needed);
    }

    [Fact]
    public void Judge_OfEmptyMasks_KeepsWhatIsUndefined()
    {
        var nothing = new Case { Mask = [] };
        Verdict made = Judge(nothing), found = Judge(nothing);

        Assert.Empty(found.Needed);
        Assert.True(double.IsNaN(found.Summary.Metrics!.HausdorffDistance95));
        AssertSame(made, found);
        Assert.Empty(found.Lesions.Table.Rows);
        Assert.Equal(2, found.Lesions.Missed.Count);
    }

    [Fact]
    public void Judge_OfTheTruthsLesions_FindsThemOnlyWhenTheyAreMeasured()
    {
        Verdict made = Judge(new() { Source = LesionSource.Truth });
        Assert.Equal([":features:features", "mask"], made.Needed.Order(StringComparer.Ordinal));
        Assert.Equal([1, 2], made.Lesions.TruthLesions);
        Assert.Empty(made.Lesions.Missed);
        Assert.Contains("examples of features (truth): ran, sub-a: no earlier result is known", made.Journal);
        Verdict other = Judge(new() { Source = LesionSource.Truth, Truth = [8, 9, 10] }), smallest = Judge(new() { Source = LesionSource.Truth, Minimum = 30 });
        Assert.Equal(3, new[] { made.GivenLesions, other.GivenLesions, smallest.GivenLesions }.Distinct().Count());
        Assert.Equal(made.GivenLesions, Judge(new() { Source = LesionSource.Truth }).GivenLesions);
    }

    [Fact]
    public void Truth_IsKnownWithoutBeingRead_AndHeldAgainstItsHash()
    {
        using ResultCache cache = Open();
        var source = new TruthSource("a", null, WriteTruth([1, 2, 3, 60]));
        TruthInput first = CachedTruthLoader.Load(source, cache, CancellationToken.None), known = CachedTruthLoader.Load(source, cache, CancellationToken.None);

        Assert.Equal((first.Sha256, first.Geometry, first.LesionVoxels, first.LesionVolume), (known.Sha256, known.Geometry, known.LesionVoxels, known.LesionVolume));
        Assert.Equal(80, known.LesionVolume, 1e-3);
        Assert.Contains("does not lie on the grid", Assert.Throws<DataException>(() => known.Demand(VolumeGeometry.FromSpacing(new(8, 8, 1), new(3, 2, 5)))).Message, StringComparison.Ordinal);
        WriteTruth([1]);
        Assert.Contains("changed while it was being worked on", Assert.Throws<DataException>(() => known.On(Grid)).Message, StringComparison.Ordinal);
        Assert.Equal(4, first.On(Grid).Mask.Span.Count((byte)1));
    }

    private static void AssertSame(Verdict expected, Verdict actual)
    {
        Assert.Equal(expected.Summary, actual.Summary);
        Assert.Equal(ContentHash.Of(expected.Lesions.Table), ContentHash.Of(actual.Lesions.Table));
        Assert.Equal(expected.Lesions.Table.Schema.Columns, actual.Lesions.Table.Schema.Columns);
        Assert.Equal(expected.Lesions.Volumes, actual.Lesions.Volumes);
        Assert.Equal(expected.Lesions.TruthLesions, actual.Lesions.TruthLesions);
        Assert.Equal(expected.Lesions.Missed, actual.Lesions.Missed);
    }

    private static Volume<byte> MaskOf(IEnumerable<int> voxels)
    {
        var mask = new byte[Grid.Size.Count];
        foreach (int voxel in voxels) mask[voxel] = 1;
        return new(Grid, mask);
    }

    private Verdict Judge(Case given, bool cached = true)
    {
        using ResultCache? cache = cached ? Open() : null;
        float[] image = [.. Enumerable.Range(0, (int)Grid.Size.Count).Select(v => given.Level * v)];
        var study = new LoadedStudy
        {
            Source = new("a", null, "a.nii"),
            Input = new(new DiffusionStudy(new Volume<float>(Grid, image), "a")),
            InputHashes = new Dictionary<string, string>(),
            Warnings = [],
            Notes = [],
        };
        TruthInput truth = CachedTruthLoader.Load(new("a", null, WriteTruth(given.Truth)), cache, CancellationToken.None);
        bool isTruth = given.Source == LesionSource.Truth;
        MeasuredOutput measured = isTruth ? Measured with { Lesions = null } : Measured;
        var mask = new Segmentation(MaskOf(given.Mask));
        int lesions = LesionFinder.Find(new Segmentation(MaskOf(isTruth ? given.Truth : given.Mask)), given.Minimum).Lesions.Count;
        var table = new FeatureTable(Schema, [.. Enumerable.Range(1, lesions).Select(n => new FeatureRow(n, null, new double[] { given.Area * n }))]);
        var values = new Dictionary<string, object> { [measured.Features] = table, ["mask"] = mask };
        if (measured.Lesions is { } output) values[output] = mask;
        var hashes = values.ToDictionary(v => v.Key, v => ContentHash.Of(v.Value));

        var judge = new StudyJudge(study, truth, given.Minimum, given.Source, cache);
        IReadOnlySet<string> needed = judge.Find([measured], ["mask"], hashes);
        var read = values.Where(v => needed.Contains(v.Key)).ToDictionary(v => v.Key, v => v.Value);
        return new(needed, judge.LesionsOf(measured, hashes, read), judge.AgreementOf("mask", hashes, read), cache?.Journal.Describe() ?? [], judge.GivenLesions().Hash);
    }

    private ResultCache Open() => ResultCache.Open(new() { Folder = Path.Combine(_folder.Path, "cache"), Remark = _remarks.Add })!;

    private string WriteTruth(int[] voxels)
    {
        string file = _folder.File("truth", "sub-a_msk.nii.gz");
        NiftiFile.Write(file, MaskOf(voxels));
        return file;
    }

    // Two components in the mask at voxels 0 to 2 and 20; the truth has 0 to 3 and, apart, 62 and 63.
    private sealed record Case
    {
        public int[] Mask { get; init; } = [0, 1, 2, 20];

        public int[] Truth { get; init; } = [0, 1, 2, 3, 62, 63];

        public double Minimum { get; init; }

        public float Level { get; init; } = 1;

        public double Area { get; init; } = 1;

        public LesionSource Source { get; init; }
    }

    private sealed record Verdict(IReadOnlySet<string> Needed, MatchedLesions Lesions, SegmentationSummary Summary, IReadOnlyList<string> Journal, string GivenLesions);
}
