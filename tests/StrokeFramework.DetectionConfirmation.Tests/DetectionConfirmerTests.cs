namespace StrokeFramework.DetectionConfirmation.Tests;

public sealed class DetectionConfirmerTests
{
    private static readonly GridSize Size = new(30, 30, 3);
    private static readonly VolumeGeometry Geometry = VolumeGeometry.FromSpacing(Size, new(2, 2, 5));

    [Fact]
    public void Process_KeepsTheLesionInABoxWholeAndDropsTheOther()
    {
        byte[] labels = new byte[Size.Count];
        for (int k = 0; k < 3; k++) Fill(labels, 4, 4, 5, 5, k, 1);
        Fill(labels, 20, 20, 5, 5, 1, 2);
        Segmentation result = Run(labels, new() { Margin = 0 }, [Box(1, 3.5, 3.5, 8.5, 8.5)]);
        Assert.Equal(75, result.Labels.Span.Count((byte)1));
        Assert.Equal(0, result.Labels.Span.Count((byte)2));
    }

    [Theory]
    [InlineData(0.40, true)] // two of five columns lie in the box
    [InlineData(0.41, false)]
    public void Process_AsksForAShareOfTheLesion(double share, bool kept)
    {
        byte[] labels = new byte[Size.Count];
        Fill(labels, 10, 10, 5, 5, 1, 1);
        Assert.Equal(!kept, Run(labels, new() { Margin = 0, MinimumShare = share }, [Box(1, 0, 9.5, 11.5, 14.5)]).IsEmpty);
    }

    [Fact]
    public void Process_WidensBoxesByMillimetresAndHonorsTheScore()
    {
        byte[] labels = new byte[Size.Count];
        Fill(labels, 10, 10, 3, 3, 1, 1); // starts 2 mm right of the box's edge
        Detection near = Box(1, 4.5, 9.5, 9.4, 12.5);
        Assert.True(Run(labels, new() { Margin = 1, MinimumShare = 0.3 }, [near]).IsEmpty);
        Assert.False(Run(labels, new() { Margin = 2, MinimumShare = 0.3 }, [near]).IsEmpty);
        Assert.True(Run(labels, new() { Margin = 2, MinimumShare = 0.3 }, [near with { Score = 0.49 }]).IsEmpty);
    }

    [Fact]
    public void Process_CutsWhatLiesOutsideOnlyInSlicesWithABox()
    {
        byte[] labels = new byte[Size.Count];
        for (int k = 0; k < 2; k++) Fill(labels, 10, 10, 6, 6, k, 1);
        Segmentation result = Run(labels, new() { Margin = 0, Cut = true }, [Box(0, 9.5, 9.5, 12.5, 15.5)]);
        Assert.Equal(18, result.Labels.Slice(0).Span.Count((byte)1));
        Assert.Equal(36, result.Labels.Slice(1).Span.Count((byte)1));
    }

    [Fact]
    public void Process_WithADetectorThatFoundNothing_DropsEverything_WithoutADetector_KeepsAndWarns()
    {
        byte[] labels = new byte[Size.Count];
        Fill(labels, 10, 10, 3, 3, 1, 1);
        Assert.True(Run(labels, new(), []).IsEmpty);
        var log = new Remarks();
        Assert.False(Run(labels, new(), null, new StageContext { Log = log }).IsEmpty);
        Assert.Contains("No detector is connected", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Process_BearsBoxesOutsideOfTheGridAndWithoutExtent()
    {
        byte[] labels = new byte[Size.Count];
        Fill(labels, 0, 0, 3, 3, 0, 1);
        Assert.True(Run(labels, new(), [Box(7, 0, 0, 5, 5), Box(-1, 0, 0, 5, 5), Box(0, 60, 60, 90, 90)]).IsEmpty);
        Assert.False(Run(labels, new() { Margin = 0, MinimumShare = 0 }, [Box(0, 1, 1, 1, 1)]).IsEmpty);
        Assert.False(Run(labels, new(), [Box(0, -50, -50, 500, 500)]).IsEmpty);
    }

    private static Detection Box(int slice, double minI, double minJ, double maxI, double maxJ) => new(new(slice, minI, minJ, maxI, maxJ), StrokeTypes.AcuteIschemic, 0.9);

    private static void Fill(byte[] labels, int i0, int j0, int width, int height, int k, byte value)
    {
        for (int j = j0; j < j0 + height; j++)
        {
            for (int i = i0; i < i0 + width; i++) labels[Size.IndexOf(i, j, k)] = value;
        }
    }

    private static Segmentation Run(byte[] labels, DetectionConfirmationSettings settings, IReadOnlyList<Detection>? boxes, StageContext? context = null)
    {
        var stage = new DetectionConfirmer();
        stage.Configure(settings);
        var study = new DiffusionStudy(new Volume<float>(Geometry, new float[Size.Count]), "a", null, Acquisition.Unknown);
        return stage.Process(study, new(new Volume<byte>(Geometry, labels)), boxes, context ?? new StageContext());
    }

    private sealed class Remarks : IStageLog
    {
        public List<string> Warnings { get; } = [];

        public void Information(string message)
        {
        }

        public void Warning(string message) => Warnings.Add(message);
    }
}
