using StrokeFramework.TestSupport;

namespace StrokeFramework.ArtifactSuppression.Tests;

public sealed class ArtifactSuppressorTests
{
    [Fact]
    public void Process_DropsAPairOfDarkCandidatesAndKeepsASingleOne()
    {
        byte[] labels = new byte[Head.Size.Count];
        Ball(labels, new(15, 0, 0), 8, 2);
        Ball(labels, new(-15, 0, 0), 8, 2);
        Ball(labels, new(40, -30, 0), 8, 2);
        var sink = new RecordingSink();
        byte[] found = Run(labels, new(), sink);
        Assert.Equal(0, found[At(new(15, 0, 0))]);
        Assert.Equal(0, found[At(new(-15, 0, 0))]);
        Assert.Equal(2, found[At(new(40, -30, 0))]);
        Assert.Equal(3, ((TableDiagnostic)sink.Diagnostics["candidates"]).Rows.Count);
        Assert.Equal(Volume(labels) - Volume(found), sink.Scalar("dropped"), 1e-9);
    }

    [Fact]
    public void Process_DropsAPairOfBrightCandidatesButNotABrightAndADarkOne()
    {
        byte[] labels = new byte[Head.Size.Count];
        Ball(labels, new(40, 0, 0), 8, 1);
        Ball(labels, new(-40, 0, 0), 8, 1);
        Ball(labels, new(30, -40, 0), 8, 1);
        Ball(labels, new(-30, -40, 0), 8, 2);
        byte[] found = Run(labels, new());
        Assert.Equal(0, found[At(new(40, 0, 0))]);
        Assert.Equal(1, found[At(new(30, -40, 0))]);
        Assert.Equal(2, found[At(new(-30, -40, 0))]);
        Assert.Equal(labels, Run(labels, new() { MaximumMirrored = 1 }));
    }

    [Fact]
    public void Process_DropsABrightSheetAlongTheEdgeAndKeepsAThickOneAndADarkOne()
    {
        byte[] labels = new byte[Head.Size.Count];
        ReadOnlySpan<byte> brain = Head.Study(0, 0, 0, lesion: false).BrainMask!.Span;
        int k = 5;
        for (int j = 30; j < 50; j++)
        {
            int row = Head.Size.IndexOf(0, j, k), edge = brain.Slice(row, Head.Size.I).IndexOf((byte)1);
            labels[row + edge] = 1;
            int last = brain.Slice(row, Head.Size.I).LastIndexOf((byte)1);
            for (int depth = 0; depth < 8; depth++) labels[row + last - depth] = 1;
            labels[Head.Size.IndexOf(edge, j, k + 3)] = (byte)(brain[Head.Size.IndexOf(edge, j, k + 3)] != 0 ? 2 : 0);
        }

        int dark = labels.Count(l => l == 2);
        byte[] found = Run(labels, new() { MaximumMirrored = 1 });
        Assert.Equal(20 * 8, found.Count(l => l == 1));
        Assert.Equal(dark, found.Count(l => l == 2));
        Assert.Equal(labels, Run(labels, new() { MaximumMirrored = 1, RimDepth = 0 }));
    }

    [Fact]
    public void Process_OfNoLesion_IsNoLesion() => Assert.DoesNotContain(Run(new byte[Head.Size.Count], new()), l => l != 0);

    [Fact]
    public void Process_ChangesNoInputAndAnswersOnItsGrid()
    {
        byte[] labels = new byte[Head.Size.Count];
        Ball(labels, new(15, 0, 0), 8, 2);
        Ball(labels, new(-15, 0, 0), 8, 2);
        byte[] before = [.. labels];
        DiffusionStudy study = Head.Study(0, 0, 0, lesion: false);
        float[] image = study.Dwi.Span.ToArray();
        Segmentation result = new ArtifactSuppressor().Process(study, new(new Volume<byte>(Head.Geometry, labels)), null, new StageContext());
        Assert.Equal(before, labels);
        Assert.Equal(image, study.Dwi.Span.ToArray());
        Assert.Same(Head.Geometry, result.Geometry);
    }

    [Fact]
    public void Process_WhenCancelled_Stops()
    {
        byte[] labels = new byte[Head.Size.Count];
        Ball(labels, new(15, 0, 0), 8, 2);
        Assert.Throws<OperationCanceledException>(() => new ArtifactSuppressor().Process(
            Head.Study(0, 0, 0, lesion: false), new(new Volume<byte>(Head.Geometry, labels)), null, new StageContext { CancellationToken = new(canceled: true) }));
    }

    private static byte[] Run(byte[] labels, ArtifactSuppressionSettings settings, RecordingSink? sink = null)
    {
        var stage = new ArtifactSuppressor();
        stage.Configure(settings);
        return stage.Process(Head.Study(0, 0, 0, lesion: false), new(new Volume<byte>(Head.Geometry, labels)), null, new StageContext { Diagnostics = sink }).Labels.Span.ToArray();
    }

    private static double Volume(byte[] labels) => labels.Count(l => l != 0) * 0.02;

    private static int At(Point3 fromMiddle)
    {
        Point3 p = Head.Middle + fromMiddle;
        return Head.Size.IndexOf((int)(p.X / 2), (int)(p.Y / 2), (int)(p.Z / 5));
    }

    private static void Ball(byte[] labels, Point3 fromMiddle, double radius, byte label)
    {
        for (int v = 0; v < labels.Length; v++)
        {
            Point3 p = new Point3(v % Head.Size.I * 2.0, v / Head.Size.I % Head.Size.J * 2.0, v / Head.Size.SliceCount * 5.0) - Head.Middle;
            if ((p - fromMiddle).Length <= radius) labels[v] = label;
        }
    }
}
