namespace StrokeFramework.RCnn.Tests;

public sealed class RCnnModelTests
{
    public static TheoryData<DetectorMode> Modes => [DetectorMode.Modern, DetectorMode.Thesis];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Load_OfASavedModel_FindsTheSame_AndSavesTheSameBytes(DetectorMode mode)
    {
        RCnnModel model = ModelOf(mode);
        byte[] bytes = Trained.Save(model);
        using var stream = new MemoryStream(bytes);
        IDetectorModel again = Trained.Stage(Scenes.Small).Load(stream);
        Assert.Equal(bytes, Trained.Save(again));
        Assert.Equal(model.Classes, again.Classes);
        IReadOnlyList<Detection> found = model.Detect(Scenes.Study(77).Study, new());
        Assert.NotEmpty(found);
        Assert.Equal(found, again.Detect(Scenes.Study(77).Study, new()));
    }

    [Fact]
    public void Architecture_ThatDoesNotSayHowManySlices_SeesOne()
    {
        const string Json = """{"mode":"Modern","channels":"Dwi","spacing":1.4,"anchorSizes":[9,22,52],"width":16,"classes":["acute-ischemic"]}""";
        Assert.Equal(1, System.Text.Json.JsonSerializer.Deserialize(Json, ArchitectureJson.Default.Architecture)!.Slices);
    }

    [Fact]
    public void Load_OfDamagedBytes_IsRefused()
    {
        byte[] bytes = Trained.Save(Trained.Modern);
        for (int n = 0; n < bytes.Length; n += 1 + (bytes.Length / 300))
        {
            byte[] changed = [.. bytes];
            changed[n] ^= 0x10;
            Refused(changed);
            Refused(bytes[..n]);
        }

        Refused([.. bytes, 0]);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Detect_OnAnyNumberOfThreads_FindsTheSame(DetectorMode mode)
    {
        DiffusionStudy study = Scenes.Study(78, 12).Study;
        IReadOnlyList<Detection> one = ModelOf(mode).Detect(study, new());
        Assert.NotEmpty(one);
        Assert.Equal(one, ModelOf(mode).Detect(study, new() { MaxDegreeOfParallelism = 4 }));
        Parallel.For(0, 4, _ => Assert.Equal(one, ModelOf(mode).Detect(study, new() { MaxDegreeOfParallelism = 2 })));
    }

    [Fact]
    public void Detect_OnUnseenScenes_FindsSeveralLesionsInASlice()
    {
        DetectionExample[] unseen = [.. Enumerable.Range(100, 5).Select(n => Scenes.Study(n))];
        Assert.InRange(Scenes.Precision(Trained.Modern, unseen), 0.7, 1);
        Assert.Contains(Trained.Modern.Detect(unseen[0].Study, new()).Where(d => d.Score > 0.5).GroupBy(d => d.Box.Slice), g => g.Count() > 1);
    }

    [Fact]
    public void Detect_WithAScoreThreshold_LeavesOutWhatIsUnlikely()
    {
        using var stream = new MemoryStream(Trained.Save(Trained.Modern));
        IDetectorModel strict = Trained.Stage(Scenes.Small with { ScoreThreshold = 0.8 }).Load(stream);
        IReadOnlyList<Detection> all = Trained.Modern.Detect(Trained.Examples[0].Study, new()), sure = strict.Detect(Trained.Examples[0].Study, new());
        Assert.NotEmpty(sure);
        Assert.All(sure, d => Assert.InRange(d.Score, 0.8, 1));
        Assert.True(all.Count >= sure.Count);
    }

    [Theory]
    [InlineData(1, 1, 1, float.NaN)]
    [InlineData(1, 1, 1, 7)]
    [InlineData(3, 2, 1, 5)]
    [InlineData(40, 44, 2, float.PositiveInfinity)]
    [InlineData(40, 44, 2, 0)]
    [InlineData(40, 44, 2, -3)]
    [InlineData(40, 44, 2, 1e30f)]
    [InlineData(40, 1, 3, 9)]
    public void Detect_OnAnImageOfOneValue_GivesBoxesWithinIt_OrNone(int i, int j, int k, float value)
    {
        VolumeGeometry grid = VolumeGeometry.FromSpacing(new(i, j, k), new(3, 3, 5));
        var voxels = new float[grid.Size.Count];
        Array.Fill(voxels, value);
        foreach (RCnnModel model in new[] { Trained.Modern, Trained.Thesis })
        {
            Assert.All(model.Detect(new(new(grid, voxels)), new()), d =>
            {
                Assert.InRange(d.Box.MinI, -0.5, d.Box.MaxI);
                Assert.InRange(d.Box.MaxI, d.Box.MinI, i - 0.5);
                Assert.InRange(d.Box.MinJ, -0.5, d.Box.MaxJ);
                Assert.InRange(d.Box.MaxJ, d.Box.MinJ, j - 0.5);
            });
        }
    }

    [Fact]
    public void Detect_WhenCancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Trained.Modern.Detect(Scenes.Study(1).Study, new() { CancellationToken = new(canceled: true) }));

    private static RCnnModel ModelOf(DetectorMode mode) => mode == DetectorMode.Thesis ? Trained.Thesis : Trained.Modern;

    private static void Refused(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        Assert.EndsWith(".", Assert.Throws<InvalidDataException>(() => Trained.Stage(Scenes.Small).Load(stream)).Message, StringComparison.Ordinal);
    }
}
