using StrokeFramework.TestSupport;

namespace StrokeFramework.LesionCleanup.Tests;

public sealed class LesionCleanerTests
{
    private static readonly GridSize Size = new(30, 30, 3);

    [Fact]
    public void Process_DropsWhatIsTooSmallOnEachSideByItsOwnMeasure()
    {
        byte[] labels = new byte[Size.Count];
        Fill(labels, 2, 2, 3, 3, 1, 1); // 9 voxels of 20 mm³
        Fill(labels, 10, 10, 3, 3, 1, 2);
        Fill(labels, 20, 20, 6, 6, 1, 2);
        Segmentation result = Run(labels, new() { Closing = 0, MinimumBright = 180, MinimumDark = 200 });
        Assert.Equal(9, result.Labels.Span.Count((byte)1));
        Assert.Equal(36, result.Labels.Span.Count((byte)2));
        Assert.Equal(0, Run(labels, new() { Closing = 0, MinimumBright = 181, MinimumDark = 200 }).Labels.Span.Count((byte)1));
    }

    [Fact]
    public void Process_CountsVolumeInThreeDimensions()
    {
        byte[] labels = new byte[Size.Count];
        for (int k = 0; k < 3; k++) Fill(labels, 5 + (3 * k), 5, 3, 3, k, 1); // joined over corners and edges only
        Assert.Equal(27, Run(labels, new() { Closing = 0, MinimumBright = 540 }).Labels.Span.Count((byte)1));
        Assert.True(Run(labels, new() { Closing = 0, MinimumBright = 541 }).IsEmpty);
    }

    [Fact]
    public void Process_ClosesGapsAndFillsHolesButLeavesTheOtherSideAndTheOutside()
    {
        byte[] labels = new byte[Size.Count], brain = new byte[Size.Count];
        brain.AsSpan().Fill(1);
        Fill(labels, 5, 5, 9, 9, 1, 1);
        Fill(labels, 7, 7, 5, 5, 1, 0);            // a hole of 25 voxels, 100 mm²
        labels[Size.IndexOf(9, 9, 1)] = 2;          // with a dark voxel in it
        brain[Size.IndexOf(8, 8, 1)] = 0;           // and one outside the brain
        LesionCleanerSettings settings = new() { Closing = 0, MaximumHole = 100, MinimumDark = 0 };

        Segmentation filled = Run(labels, settings, brain);
        Assert.Equal(81 - 2, filled.Labels.Span.Count((byte)1));
        Assert.Equal(2, filled.Labels[9, 9, 1]);
        Assert.Equal(0, filled.Labels[8, 8, 1]);
        Assert.Equal(81 - 25, Run(labels, settings with { MaximumHole = 95 }, brain).Labels.Span.Count((byte)1));

        byte[] gap = new byte[Size.Count];
        Fill(gap, 5, 5, 4, 8, 1, 1);
        Fill(gap, 10, 5, 4, 8, 1, 1);
        Assert.True(Run(gap, new() { Closing = 2.7, MinimumBright = 0 }).Labels[9, 9, 1] == 1);
        Assert.Equal(64, Run(gap, new() { Closing = 0, MinimumBright = 0 }).Labels.Span.Count((byte)1));
    }

    [Fact]
    public void Process_OfNoLesion_IsNoLesion() => Assert.True(Run(new byte[Size.Count], new()).IsEmpty);

    [Fact]
    public void Process_OfASinglePicture_GoesByArea()
    {
        var size = new GridSize(20, 20, 1);
        byte[] labels = new byte[size.Count];
        for (int j = 0; j < 3; j++) labels.AsSpan(size.IndexOf(4, 4 + j, 0), 3).Fill(1);
        Assert.Equal(9, Run(labels, new() { Closing = 0, MinimumArea = 36 }, size: size).Labels.Span.Count((byte)1));
        Assert.True(Run(labels, new() { Closing = 0, MinimumArea = 37 }, size: size).IsEmpty);
    }

    [Fact]
    public void Process_ShowsWhatItDidAndChangesNoInput()
    {
        byte[] labels = new byte[Size.Count];
        Fill(labels, 2, 2, 3, 3, 1, 1);
        Fill(labels, 15, 15, 8, 8, 1, 1);
        labels[Size.IndexOf(18, 18, 1)] = 0;
        byte[] before = [.. labels];
        var sink = new RecordingSink();
        Run(labels, new() { Closing = 0, MinimumBright = 200 }, sink: sink);
        Assert.Equal(before, labels);
        Assert.Equal(0.02, sink.Scalar("hyper_closed"), 1e-9);
        Assert.Equal(0.18, sink.Scalar("hyper_dropped"), 1e-9);
        Assert.Equal(0, sink.Scalar("hypo_dropped"));
    }

    [Fact]
    public void Process_OnAGridStoredOtherwise_GivesTheSameOnThatGrid()
    {
        byte[] labels = new byte[Size.Count];
        Fill(labels, 5, 5, 9, 9, 1, 1);
        Fill(labels, 8, 8, 3, 3, 1, 0);
        Segmentation straight = Run(labels, new());
        // The first axis runs to the left.
        var turned = new VolumeGeometry(Size, new(new(-2, 0, 0), new(0, 2, 0), new(0, 0, 5), new(58, 0, 0)));
        Segmentation result = new LesionCleaner().Process(
            new DiffusionStudy(new Volume<float>(turned, new float[Size.Count])), new(new Volume<byte>(turned, Mirror(labels))), null, new StageContext());
        Assert.Same(turned, result.Geometry);
        Assert.Equal(Mirror(straight.Labels.Span.ToArray()), result.Labels.Span.ToArray());
    }

    [Fact]
    public void Process_WhenCancelled_Stops()
    {
        var labels = new byte[Size.Count];
        labels[0] = 1;
        Assert.Throws<OperationCanceledException>(() => Run(labels, new(), context: new StageContext { CancellationToken = new(canceled: true) }));
    }

    private static byte[] Mirror(byte[] labels)
    {
        var result = new byte[labels.Length];
        for (int v = 0; v < labels.Length; v++) result[v - (v % Size.I) + (Size.I - 1 - (v % Size.I))] = labels[v];
        return result;
    }

    private static void Fill(byte[] labels, int i, int j, int width, int height, int k, byte label)
    {
        for (int y = j; y < j + height; y++) labels.AsSpan(Size.IndexOf(i, y, k), width).Fill(label);
    }

    private static Segmentation Run(
        byte[] labels, LesionCleanerSettings settings, byte[]? brain = null, GridSize? size = null, RecordingSink? sink = null, StageContext? context = null)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size ?? Size, new(2, 2, 5));
        var study = new DiffusionStudy(new Volume<float>(geometry, new float[labels.Length]));
        if (brain is not null) study = study.WithBrainMask(new(geometry, brain));
        var stage = new LesionCleaner();
        stage.Configure(settings);
        return stage.Process(study, new(new Volume<byte>(geometry, labels)), null, context ?? new StageContext { Diagnostics = sink });
    }
}
