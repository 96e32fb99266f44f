using System.Text;
using StrokeFramework.TestSupport;

namespace StrokeFramework.UNet.Tests;

public sealed class UNetPredictionTests
{
    private const string Quick = """
        { "width": 6, "levels": 3, "maximumWidth": 12, "batch": 6, "patch": 48, "steps": 60, "warmUp": 5, "learningRate": 0.01, "averaging": 0.8, "validationStudies": 0, "minimumVolume": 0 }
        """;

    private static readonly Lazy<ISegmenterModel> Trained = new(() => UNetStage.Create(Quick).Train(Heads.Several(3), new StageContext { Seed = 5 }));

    [Fact]
    public void Load_OfASavedModel_AnswersBitForBit_AndSavesTheSameBytes()
    {
        byte[] bytes = UNetStage.Save(Trained.Value);
        ISegmenterModel read = UNetStage.Load(bytes, Quick);
        Assert.Equal(bytes, UNetStage.Save(read));
        DiffusionStudy study = Heads.Make(9).Study;
        Assert.Equal(Probability(Trained.Value, study), Probability(read, study));
    }

    [Fact]
    public void Load_OfWeightsOfAnotherShape_IsRefused()
    {
        byte[] bytes = UNetStage.Save(Trained.Value);
        // The shape stands as four numbers of 8 bytes; another width then asks for other weights.
        int at = bytes.AsSpan().IndexOf(BitConverter.GetBytes(6.0));
        BitConverter.GetBytes(8.0).CopyTo(bytes, at);
        Assert.Throws<InvalidDataException>(() => UNetStage.Load(bytes));
        Assert.Throws<InvalidDataException>(() => UNetStage.Load([]));
        Assert.Throws<InvalidDataException>(() => UNetStage.Load([.. bytes, 0]));
    }

    [Theory]
    [InlineData("down0.first_norm.weight", "down0.first_norm.weighs")]
    [InlineData("down0.first_norm.running_var", "down0.first_norm.running_vax")]
    [InlineData("up0.second_norm.bias", "up0.seventh_nor.bias")]
    [InlineData("head.bias", "hear.bias")]
    public void Load_OfWeightsOfAnotherName_IsRefused(string name, string other)
    {
        byte[] bytes = UNetStage.Save(Trained.Value);
        Encoding.ASCII.GetBytes(other).CopyTo(bytes, bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(name)));
        Assert.Throws<InvalidDataException>(() => UNetStage.Load(bytes));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Segment_OnSeveralThreads_GivesTheSameBits(int threads)
    {
        DiffusionStudy study = Heads.Make(4, new(40, 44, 21)).Study;
        Assert.Equal(Probability(Trained.Value, study), Trained.Value.Segment(study, new StageContext { MaxDegreeOfParallelism = threads }).Probability!.Span.ToArray());
    }

    [Fact]
    public void Segment_OfAnUnseenHead_FindsTheLesion_AlsoWithoutAdc()
    {
        SegmentationExample head = Heads.Make(30);
        Assert.InRange(OverlapFigures.Dice(Trained.Value.Segment(head.Study, new StageContext()).Mask, head.Truth), 0.8, 1);
        Assert.InRange(OverlapFigures.Dice(Trained.Value.Segment(head.Study.WithAdc(null), new StageContext()).Mask, head.Truth), 0.8, 1);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(27)]
    [InlineData(29)]
    public void Segment_OfTheMirroredHead_GivesTheMirroredBits(int width)
    {
        SegmentationExample head = Heads.Make(6, new(width, 24, 8));
        Segmentation found = Trained.Value.Segment(head.Study, new StageContext());
        DiffusionStudy mirrored = new DiffusionStudy(Mirror(head.Study.Dwi)).WithAdc(Mirror(head.Study.Adc!));
        Segmentation again = Trained.Value.Segment(mirrored, new StageContext());
        Assert.Equal(Mirror(found.Mask).Span, again.Mask.Span);
        // Slices that one look finds empty are not looked at a second time, and then keep what that look said.
        Volume<float> expected = Mirror(found.Probability!);
        int certain = 0, slice = expected.Size.SliceCount;
        for (int k = 0; k < expected.Size.K; k++)
        {
            ReadOnlySpan<float> one = expected.Span.Slice(k * slice, slice), other = again.Probability!.Span.Slice(k * slice, slice);
            if (one.ToArray().Max() < 0.5f)
            {
                Assert.InRange(other.ToArray().Max(), 0, 0.6f);
                continue;
            }

            certain++;
            Assert.Equal(one, other);
        }

        Assert.InRange(certain, 1, expected.Size.K);

        static Volume<T> Mirror<T>(Volume<T> image)
            where T : unmanaged
        {
            T[] values = image.Span.ToArray();
            for (int row = 0; row < values.Length / image.Size.I; row++) values.AsSpan(row * image.Size.I, image.Size.I).Reverse();
            return new(image.Geometry, values);
        }
    }

    [Fact]
    public void Segment_OfTheSameHeadStoredInAnotherOrder_GivesTheSameVoxels()
    {
        SegmentationExample head = Heads.Make(6);
        GridSize size = head.Study.Geometry.Size;
        // Index i runs down now, j to the left, k to anterior.
        var geometry = new VolumeGeometry(new(size.K, size.I, size.J), new(new(0, 0, -2), new(-2, 0, 0), new(0, 2, 0), new(2 * (size.I - 1), 0, 2 * (size.K - 1))));
        float[] dwi = new float[size.Count], adc = new float[size.Count];
        for (int v = 0; v < dwi.Length; v++)
        {
            (int i, int j, int k) = Stored(v, geometry.Size, size);
            (dwi[v], adc[v]) = (head.Study.Dwi[i, j, k], head.Study.Adc![i, j, k]);
        }

        Volume<float> expected = Trained.Value.Segment(head.Study, new StageContext()).Probability!;
        Volume<float> found = Trained.Value.Segment(new DiffusionStudy(new(geometry, dwi)).WithAdc(new(geometry, adc)), new StageContext()).Probability!;
        Assert.Same(geometry, found.Geometry);
        for (int v = 0; v < dwi.Length; v++)
        {
            (int i, int j, int k) = Stored(v, geometry.Size, size);
            Assert.Equal(expected[i, j, k], found.Span[v]);
        }

        static (int I, int J, int K) Stored(int v, GridSize other, GridSize own)
        {
            int a = v % other.I, b = v / other.I % other.J, c = v / other.SliceCount;
            return (own.I - 1 - b, c, own.K - 1 - a);
        }
    }

    [Fact]
    public void Segment_OfAMirroredHead_GivesTheMirroredResult()
    {
        SegmentationExample head = Heads.Make(7);
        GridSize size = head.Study.Geometry.Size;
        float[] dwi = Mirrored(head.Study.Dwi), adc = Mirrored(head.Study.Adc!);
        float[] expected = Mirrored(Trained.Value.Segment(head.Study, new StageContext()).Probability!);
        Volume<float> found = Trained.Value.Segment(new DiffusionStudy(new(head.Study.Geometry, dwi)).WithAdc(new(head.Study.Geometry, adc)), new StageContext()).Probability!;
        for (int v = 0; v < expected.Length; v++) Assert.Equal(expected[v], found.Span[v], 1e-4f);

        float[] Mirrored(Volume<float> volume)
        {
            float[] values = volume.Span.ToArray();
            for (int row = 0; row < size.J * size.K; row++) values.AsSpan(row * size.I, size.I).Reverse();
            return values;
        }
    }

    [Fact]
    public void Segment_AtHalfTheVoxelSize_FindsTheSameLesion()
    {
        SegmentationExample head = Heads.Make(8);
        GridSize size = head.Study.Geometry.Size, fine = new(2 * size.I, 2 * size.J, size.K);
        var geometry = VolumeGeometry.FromSpacing(fine, new(1, 1, 2));
        float[] dwi = new float[fine.Count], adc = new float[fine.Count];
        byte[] truth = new byte[fine.Count];
        for (int v = 0; v < dwi.Length; v++)
        {
            int source = size.IndexOf(v % fine.I / 2, v / fine.I % fine.J / 2, v / fine.SliceCount);
            (dwi[v], adc[v], truth[v]) = (head.Study.Dwi.Span[source], head.Study.Adc!.Span[source], head.Truth.Span[source]);
        }

        Segmentation found = Trained.Value.Segment(new DiffusionStudy(new(geometry, dwi)).WithAdc(new(geometry, adc)), new StageContext());
        Assert.InRange(OverlapFigures.Dice(found.Mask, new(geometry, truth)), 0.8, 1);
    }

    [Fact]
    public void Segment_AtTwiceTheVoxelSize_FindsTheSameLesion_AndMeasuresItAlike()
    {
        SegmentationExample head = Heads.Make(8);
        GridSize size = head.Study.Geometry.Size, coarse = new(size.I / 2, size.J / 2, size.K);
        var geometry = VolumeGeometry.FromSpacing(coarse, new(4, 4, 2));
        float[] dwi = new float[coarse.Count], adc = new float[coarse.Count], inside = new float[coarse.Count];
        for (int v = 0; v < size.Count; v++)
        {
            int target = coarse.IndexOf(v % size.I / 2, v / size.I % size.J / 2, v / size.SliceCount);
            dwi[target] += head.Study.Dwi.Span[v] / 4;
            adc[target] += head.Study.Adc!.Span[v] / 4;
            inside[target] += head.Truth.Span[v] / 4f;
        }

        DiffusionStudy study = new DiffusionStudy(new(geometry, dwi)).WithAdc(new(geometry, adc));
        Segmentation found = Trained.Value.Segment(study, new StageContext());
        var truth = new Volume<byte>(geometry, Array.ConvertAll(inside, share => share >= 0.5f ? (byte)1 : (byte)0));
        // The lesion is four of these voxels across.
        Assert.InRange(OverlapFigures.Dice(found.Mask, truth), 0.7, 1);

        double volume = found.Mask.Span.Count((byte)1) * geometry.VoxelVolume;
        byte[] bytes = UNetStage.Save(Trained.Value);
        Assert.False(UNetStage.Load(bytes, Quick.Replace("\"minimumVolume\": 0", $"\"minimumVolume\": {0.6 * volume:0}", StringComparison.Ordinal)).Segment(study, new StageContext()).IsEmpty);
        Assert.True(UNetStage.Load(bytes, Quick.Replace("\"minimumVolume\": 0", $"\"minimumVolume\": {1.6 * volume:0}", StringComparison.Ordinal)).Segment(study, new StageContext()).IsEmpty);
    }

    [Fact]
    public void Segment_ShowsEachLesionWithItsConfidenceVolumeAndContrast()
    {
        SegmentationExample head = Heads.Make(11);
        var sink = new RecordingSink();
        Segmentation found = Trained.Value.Segment(head.Study, new StageContext { Diagnostics = sink });
        double milliliters = found.Mask.Span.Count((byte)1) * 8 / 1000.0;
        Assert.Equal(milliliters, sink.Scalar("lesion_volume"), 1e-9);
        Assert.Equal(100, sink.Scalar("normal_median"), 2.0);
        IReadOnlyList<string> largest = ((TableDiagnostic)sink.Diagnostics["lesions"]).Rows[0];
        Assert.InRange(double.Parse(largest[2], System.Globalization.CultureInfo.InvariantCulture), 0.5, 1);
        Assert.InRange(double.Parse(largest[4], System.Globalization.CultureInfo.InvariantCulture), 1.8, 2.3);
        Assert.InRange(double.Parse(largest[5], System.Globalization.CultureInfo.InvariantCulture), 0.38, 0.5);
    }

    [Fact]
    public void Segment_DropsLesionsBelowTheSmallestVolume()
    {
        SegmentationExample head = Heads.Make(12);
        byte[] bytes = UNetStage.Save(Trained.Value);
        Segmentation found = UNetStage.Load(bytes, Quick.Replace("\"minimumVolume\": 0", "\"minimumVolume\": 10000", StringComparison.Ordinal)).Segment(head.Study, new StageContext());
        Assert.True(found.IsEmpty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-5)]
    public void Segment_OfAnImageWithoutSignal_FindsNothing(float value)
    {
        var geometry = VolumeGeometry.FromSpacing(new(9, 8, 3), new(2, 2, 5));
        float[] dwi = new float[geometry.Size.Count];
        Array.Fill(dwi, value);
        Assert.True(Trained.Value.Segment(new DiffusionStudy(new(geometry, dwi)), new StageContext()).IsEmpty);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(50, 40, 1)]
    [InlineData(3, 3, 40)]
    public void Segment_OfATinyOrFlatGrid_AnswersOnIt(int i, int j, int k)
    {
        SegmentationExample head = Heads.Make(2, new(i, j, k), radius: 1);
        Segmentation found = Trained.Value.Segment(head.Study, new StageContext());
        Assert.Same(head.Study.Geometry, found.Geometry);
        Assert.All(found.Probability?.Span.ToArray() ?? [], p => Assert.InRange(p, 0, 1));
    }

    [Fact]
    public void Segment_WithNaNVoxels_FindsTheLesionAroundThem_AndNothingInThem()
    {
        SegmentationExample head = Heads.Make(13);
        float[] dwi = head.Study.Dwi.Span.ToArray();
        for (int v = 0; v < dwi.Length; v += 31) dwi[v] = float.NaN;
        Segmentation found = Trained.Value.Segment(head.Study.WithDwi(new(head.Study.Geometry, dwi), false), new StageContext());
        Assert.InRange(OverlapFigures.Dice(found.Mask, head.Truth), 0.6, 1);
        for (int v = 0; v < dwi.Length; v += 31) Assert.Equal(0, found.Mask.Span[v]);
    }

    [Fact]
    public void Segment_ThatIsCancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Trained.Value.Segment(Heads.Make(1).Study, new StageContext { CancellationToken = stop.Token }));
    }

    [Fact]
    public void Segment_OnCudaWithoutItsLibraries_SaysWhatToDo()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("STROKE_LIBTORCH_CUDA") is not null, "There is a libtorch for CUDA.");
        ISegmenterModel model = UNetStage.Load(UNetStage.Save(Trained.Value), """{ "device": "cuda" }""");
        Assert.Contains("STROKE_LIBTORCH_CUDA", Assert.Throws<StageException>(() => model.Segment(Heads.Make(1).Study, new StageContext())).Message, StringComparison.Ordinal);
    }

    private static float[] Probability(ISegmenterModel model, DiffusionStudy study) => model.Segment(study, new StageContext()).Probability!.Span.ToArray();
}
