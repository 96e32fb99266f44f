using StrokeFramework.Normalization;
using StrokeFramework.TestSupport;

namespace StrokeFramework.BackgroundRemoval.Tests;

public sealed class BackgroundRemoverTests
{
    [Theory]
    [InlineData(ThresholdMethod.Fixed)]
    [InlineData(ThresholdMethod.Otsu)]
    public void Process_OfAPhantom_FindsTheBrainWithItsVentricles(ThresholdMethod method)
    {
        DiffusionStudy result = Run(Normalized(), new() { Method = method });
        Volume<byte> mask = result.BrainMask!;
        // An ellipsoid with radii of 65, 80 and 65 mm, cut to 12 slices of 5 mm.
        double expected = Math.PI * 65 * 80 * 5 * Enumerable.Range(0, 12).Sum(k => 1 - Math.Pow((k - 5.5) * 5 / 65, 2));
        double volume = mask.Span.Count((byte)1) * result.Geometry.VoxelVolume;
        Assert.InRange(volume / expected, 0.95, 1.08);
        Assert.Equal(1, mask[57, 67, 6]);
        Assert.Equal(0, result.Dwi[0, 0, 0]);
    }

    [Fact]
    public void Process_OfANoisyVolume_DoesNotTakeAirIn()
    {
        // A quarter of the air lies above the threshold, enough to be connected throughout in 3-D.
        DiffusionStudy raw = new EllipsePhantom { Size = new(128, 128, 12), Noise = 0.012 }.Make().Study;
        DiffusionStudy unit = new Normalizer().Process(raw, new StageContext());
        double Liters(double opening) => Run(unit, new() { Opening = opening }).BrainMask!.Span.Count((byte)1) * raw.Geometry.VoxelVolume / 1e6;
        Assert.InRange(Liters(0.9), 0.85, 1.0);
        Assert.True(Liters(0) > 1.3);
    }

    [Fact]
    public void Process_KeepsEveryPartAboveTheMinimumAndDropsTheRest()
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(new(30, 10, 10), new(2, 2, 2));
        var image = new float[3000];
        Block(image, geometry, 0, 10);
        Block(image, geometry, 15, 21);
        Block(image, geometry, 24, 27);
        DiffusionStudy result = Run(Unit(geometry, image), new() { MinimumVolume = 4000 });
        Assert.Equal(1600, result.BrainMask!.Span.Count((byte)1));
        Assert.Equal(0, result.BrainMask[25, 5, 5]);
        Assert.Equal(0, result.Dwi[25, 5, 5]);
    }

    [Fact]
    public void Process_OfOnePicture_UsesTheArea()
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(new(30, 10, 1), new(1, 1, 5));
        var image = new float[300];
        Block(image, geometry, 0, 5);
        Block(image, geometry, 10, 13);
        Assert.Equal(50, Run(Unit(geometry, image), new()).BrainMask!.Span.Count((byte)1));
        Assert.Equal(80, Run(Unit(geometry, image), new() { MinimumArea = 20 }).BrainMask!.Span.Count((byte)1));
    }

    [Theory]
    [InlineData(HoleFillingMode.Slices, 1000)]
    [InlineData(HoleFillingMode.Volume, 990)]
    [InlineData(HoleFillingMode.None, 990)]
    public void Process_OfAVentricleThatIsOpenAtTheTop_FillsItPerSlice(HoleFillingMode mode, int expected)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(new(10, 10, 10), new(2, 2, 2));
        var image = new float[1000];
        Array.Fill(image, 0.1f);
        for (int k = 0; k < 10; k++) image[geometry.Size.IndexOf(5, 5, k)] = 0;
        var log = new RecordingLog();
        var stage = new BackgroundRemover();
        stage.Configure(new BackgroundRemovalSettings { FillHoles = mode });
        DiffusionStudy result = stage.Process(Unit(geometry, image), new StageContext { Log = log });
        Assert.Equal(expected, result.BrainMask!.Span.Count((byte)1));
        Assert.Contains("Almost every voxel", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void RimErosion_TakesMillimetersAway()
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(new(30, 20, 20), new(2, 2, 2));
        var image = new float[12000];
        for (int v = 0; v < image.Length; v++) image[v] = v % 30 is >= 5 and < 25 ? 0.1f : 0;
        DiffusionStudy result = Run(Unit(geometry, image), new() { RimErosion = 4 });
        // Two voxels of 2 mm on the two sides that border on background; the grid's own border removes nothing.
        Assert.Equal(16 * 20 * 20, result.BrainMask!.Span.Count((byte)1));
        Assert.Throws<StageException>(() => Run(Unit(geometry, image), new() { RimErosion = 20 }));
    }

    [Fact]
    public void AMaskThatTheStudyCarries_LimitsTheResult()
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(new(20, 20, 20), new(2, 2, 2));
        var image = new float[8000];
        Array.Fill(image, 0.1f);
        var given = new byte[8000];
        Array.Fill(given, (byte)1, 0, 4000);
        DiffusionStudy result = Run(Unit(geometry, image).WithBrainMask(new(geometry, given)), new());
        Assert.Equal(4000, result.BrainMask!.Span.Count((byte)1));
    }

    [Theory]
    [InlineData(0f, ThresholdMethod.Fixed)]
    [InlineData(0f, ThresholdMethod.Otsu)]
    [InlineData(0.3f, ThresholdMethod.Otsu)]
    [InlineData(float.NaN, ThresholdMethod.Fixed)]
    public void Process_WithNothingToFind_IsRefusedInASentence(float value, ThresholdMethod method)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(new(8, 8, 8), new(2, 2, 2));
        var image = new float[512];
        Array.Fill(image, value);
        Assert.EndsWith(".", Assert.Throws<StageException>(() => Run(Unit(geometry, image), new() { Method = method })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0003")]
    [InlineData("0004")]
    [InlineData("0009")]
    public void Process_OfARealScan_GivesABrainOfPlausibleVolumeThatHoldsTheLesion(string number)
    {
        (DiffusionStudy study, Volume<byte> truth) = RealCase.Isles(number);
        DiffusionStudy result = Run(new Normalizer().Process(study, new StageContext()), new());
        double liters = result.BrainMask!.Span.Count((byte)1) * result.Geometry.VoxelVolume / 1e6;
        Assert.InRange(liters, 1.0, 1.9);
        int missed = 0;
        for (int v = 0; v < truth.Span.Length; v++)
        {
            if (truth.Span[v] != 0 && result.BrainMask.Span[v] == 0) missed++;
        }

        Assert.InRange(missed, 0, 0.01 * truth.Span.Count((byte)1));
    }

    private static DiffusionStudy Normalized() =>
        new Normalizer().Process(new EllipsePhantom { Size = new(128, 128, 12) }.Make().Study, new StageContext());

    private static DiffusionStudy Unit(VolumeGeometry geometry, float[] image)
    {
        var dwi = new Volume<float>(geometry, image);
        return new DiffusionStudy(dwi).WithDwi(dwi, unitIntensity: true);
    }

    private static DiffusionStudy Run(DiffusionStudy study, BackgroundRemovalSettings settings)
    {
        var stage = new BackgroundRemover();
        stage.Configure(settings);
        return stage.Process(study, new StageContext());
    }

    private static void Block(float[] image, VolumeGeometry geometry, int from, int to)
    {
        for (int v = 0; v < image.Length; v++)
        {
            int i = v % geometry.Size.I;
            if (i >= from && i < to) image[v] = 0.1f;
        }
    }
}
