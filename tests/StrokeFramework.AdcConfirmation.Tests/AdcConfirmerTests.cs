using StrokeFramework.TestSupport;

namespace StrokeFramework.AdcConfirmation.Tests;

public sealed class AdcConfirmerTests
{
    private const float Normal = 0.8e-3f, Low = 0.5e-3f, Water = 3e-3f;

    [Fact]
    public void Process_KeepsABrightCandidateOfLowAdcAndDropsOneOfNormalAdc()
    {
        var head = new Head();
        head.Box(5, 5, 6, 6, label: 1, adc: Low);
        head.Box(20, 20, 6, 6, label: 1, adc: Normal);
        var sink = new RecordingSink();
        Segmentation result = head.Run(Sharp, sink);
        Assert.Equal(36, result.Labels.Span.Count((byte)1));
        Assert.Equal(1, result.Labels[6, 6, 1]);
        Assert.Equal(0, result.Labels[21, 21, 1]);
        Assert.Equal(1, sink.Scalar("confirmed"));
        Assert.Equal(1, sink.Scalar("rejected"));
        Assert.Equal(0.72, sink.Scalar("rejected_volume"), 1e-9);
        Assert.Equal(Normal, sink.Scalar("normal_adc"), 2e-5);
        float[] change = ((MapDiagnostic)sink.Diagnostics["change"]).Values.Span.ToArray();
        Assert.Equal(36, change.Count(c => c == -1));
        Assert.Equal(36, change.Count(c => c == 0));
    }

    [Fact]
    public void Process_ByTheRuleAny_KeepsEveryBrightCandidate()
    {
        var head = new Head();
        head.Box(20, 20, 6, 6, label: 1, adc: Normal);
        Assert.Equal(36, head.Run(Sharp with { Bright = BrightRule.Any }).Labels.Span.Count((byte)1));
    }

    [Fact]
    public void Process_AsksForAConnectedPartOfTheLeastVolume()
    {
        var head = new Head();
        head.Box(5, 5, 9, 9, label: 1, adc: Normal);
        head.Box(5, 5, 2, 2, label: 1, adc: Low);   // 4 voxels of 20 mm³
        head.Box(11, 11, 1, 1, label: 1, adc: Low); // one alone
        Assert.True(head.Run(Sharp with { MinimumRestricted = 81 }).IsEmpty);
        Segmentation kept = head.Run(Sharp with { MinimumRestricted = 80, Reach = 0 });
        Assert.Equal(4, kept.Labels.Span.Count((byte)1));
    }

    [Fact]
    public void Process_KeepsOfACandidateWhatIsNearRestrictedDiffusionAndNotFluid()
    {
        var head = new Head();
        head.Box(5, 10, 20, 3, label: 1, adc: Normal);
        head.Box(5, 10, 4, 3, label: 1, adc: Low);
        head.Box(9, 11, 1, 1, label: 1, adc: Water);
        Segmentation result = head.Run(Sharp with { Reach = 4 });
        // Columns 5 to 8 are restricted; 4 mm further are columns 9 and 10, of which one voxel is fluid.
        Assert.Equal(12 + 6 - 1, result.Labels.Span.Count((byte)1));
        Assert.Equal(0, result.Labels[9, 11, 1]);
    }

    [Fact]
    public void Process_GrowsIntoConnectedRestrictedDiffusionThatIsBright()
    {
        var head = new Head();
        head.Box(5, 5, 4, 4, label: 1, adc: Low);
        head.Box(9, 5, 6, 4, label: 0, adc: Low, dwi: 0.5f);  // beside it and bright
        head.Box(5, 9, 4, 4, label: 0, adc: Low, dwi: 0.3f);  // beside it and dark
        head.Box(20, 5, 4, 4, label: 0, adc: Low, dwi: 0.5f); // far away
        Assert.Equal(16, head.Run(Sharp with { Growth = 0 }).Labels.Span.Count((byte)1));
        Assert.Equal(16 + 12, head.Run(Sharp with { Growth = 6 }).Labels.Span.Count((byte)1));
        Assert.Equal(16 + 24, head.Run(Sharp with { Growth = 100 }).Labels.Span.Count((byte)1));
    }

    [Fact]
    public void Process_PartsDarkLesionsFromFluid()
    {
        var head = new Head();
        head.Box(2, 2, 8, 8, label: 2, adc: Water);      // ventricle
        head.Box(10, 2, 1, 8, label: 2, adc: 1.9e-3f);   // its edge
        head.Box(20, 2, 8, 8, label: 2, adc: 2.2e-3f);   // old infarct
        head.Box(2, 20, 2, 2, label: 2, adc: Low);       // hematoma, small
        Segmentation result = head.Run(Sharp with { DarkHalfThickness = 4 });
        Assert.Equal(0, result.Labels[4, 4, 1]);
        Assert.Equal(0, result.Labels[10, 5, 1]);
        Assert.Equal(2, result.Labels[24, 6, 1]);
        Assert.Equal(2, result.Labels[2, 20, 1]);
        Assert.Equal(0, result.Labels.Span.Count((byte)1));
    }

    [Fact]
    public void Process_OfUnknownAdc_ConfirmsNothing()
    {
        var head = new Head();
        head.Box(5, 5, 6, 6, label: 1, adc: 0);
        head.Box(15, 5, 6, 6, label: 2, adc: float.NaN);
        Assert.True(head.Run(new()).IsEmpty);
    }

    [Fact]
    public void Process_OfAMapWithoutTissue_IsRefusedInASentence()
    {
        var head = new Head();
        head.Box(0, 0, 30, 30, label: 1, adc: 0.8f);
        for (int k = 0; k < 3; k++) head.Slice(k, 0.8f);
        Assert.Contains("unit", Assert.Throws<StageException>(() => head.Run(new())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Process_OfNoLesion_IsNoLesion() => Assert.True(new Head().Run(new()).IsEmpty);

    [Fact]
    public void Process_ChangesNoInputAndAnswersOnItsGrid()
    {
        var head = new Head();
        head.Box(5, 5, 6, 6, label: 1, adc: Low);
        byte[] labels = [.. head.Labels];
        float[] adc = [.. head.Adc];
        Segmentation result = head.Run(new());
        Assert.Equal(labels, head.Labels);
        Assert.Equal(adc, head.Adc);
        Assert.Same(head.Geometry, result.Geometry);
    }

    [Fact]
    public void Process_WhenCancelled_Stops()
    {
        var head = new Head();
        head.Box(5, 5, 6, 6, label: 1, adc: Low);
        Assert.Throws<OperationCanceledException>(() => head.Run(new(), null, new(canceled: true)));
    }

    [Theory]
    [InlineData("0003", 0.6)]
    [InlineData("0009", 0.1)]
    public void Process_OfARealScan_KeepsRestrictedLesionsAmongAllThatIsBright(string number, double least)
    {
        // Everything brighter than the brain's upper quartile is a candidate: the ADC has to find the lesion.
        string name = $"sub-strokecase{number}";
        string folder = $"data/isles22/rawdata/{name}/ses-0001/dwi/{name}_ses-0001_";
        (DiffusionStudy study, Volume<byte> truth) = RealCase.Isles(number);
        float[] adc = Host.Data.NiftiFile.Read(SharedData.PathOf(folder + "adc.nii.gz")).Volume.Span.ToArray();
        if (adc.Max() > 0.1) adc = [.. adc.Select(a => a / 1000)];
        float[] dwi = study.Dwi.Span.ToArray();
        byte[] brain = [.. dwi.Select(d => d > 20 ? (byte)1 : (byte)0)];
        float quartile = (float)Imaging.RobustStatistics.Quantile([.. dwi.Where(d => d > 20)], 0.9);
        var labels = new Volume<byte>(study.Geometry, dwi.Select(d => d > quartile ? (byte)1 : (byte)0).ToArray());
        study = study.WithAdc(new(study.Geometry, adc)).WithBrainMask(new(study.Geometry, brain));
        Segmentation result = new AdcConfirmer().Process(study, new(labels), null, new StageContext());
        Assert.True(OverlapFigures.Dice(result.Mask, truth) > OverlapFigures.Dice(labels, truth));
        Assert.True(OverlapFigures.Dice(result.Mask, truth) > least, $"Dice {OverlapFigures.Dice(result.Mask, truth):F3}");
    }

    private static AdcConfirmationSettings Sharp { get; } = new() { Smoothing = 0, Growth = 0 };

    /// <summary>Three slices of tissue on 2x2x5 mm with boxes in the middle one.</summary>
    private sealed class Head
    {
        private static readonly GridSize Size = new(30, 30, 3);
        private readonly float[] _dwi = new float[Size.Count];

        public Head()
        {
            Array.Fill(Adc, Normal);
            // Half of the brain at 0.38, half at 0.42: the median lies between.
            for (int v = 0; v < _dwi.Length; v++) _dwi[v] = v % 2 == 0 ? 0.38f : 0.42f;
        }

        public VolumeGeometry Geometry { get; } = VolumeGeometry.FromSpacing(Size, new(2, 2, 5));

        public byte[] Labels { get; } = new byte[Size.Count];

        public float[] Adc { get; } = new float[Size.Count];

        public void Box(int i, int j, int width, int height, byte label, float adc, float dwi = 0.6f)
        {
            for (int y = j; y < j + height; y++)
            {
                int start = Size.IndexOf(i, y, 1);
                Labels.AsSpan(start, width).Fill(label);
                Adc.AsSpan(start, width).Fill(adc);
                _dwi.AsSpan(start, width).Fill(dwi);
            }
        }

        public void Slice(int k, float adc) => Adc.AsSpan(k * Size.SliceCount, Size.SliceCount).Fill(adc);

        public Segmentation Run(AdcConfirmationSettings settings, RecordingSink? sink = null, CancellationToken cancellation = default)
        {
            var ones = new byte[Size.Count];
            Array.Fill(ones, (byte)1);
            DiffusionStudy study = new DiffusionStudy(new Volume<float>(Geometry, _dwi)).WithAdc(new(Geometry, Adc)).WithBrainMask(new(Geometry, ones));
            var stage = new AdcConfirmer();
            stage.Configure(settings);
            return stage.Process(study, new(new Volume<byte>(Geometry, Labels)), null, new StageContext { Diagnostics = sink, CancellationToken = cancellation });
        }
    }
}
