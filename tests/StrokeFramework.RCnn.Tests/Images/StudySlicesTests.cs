using StrokeFramework.RCnn.Images;

namespace StrokeFramework.RCnn.Tests.Images;

public sealed class StudySlicesTests
{
    /// <summary>Index to world of the same head stored along other axes: [from, of axis i, of axis j].</summary>
    public static TheoryData<int, bool, bool> Orders => new() { { 0, false, false }, { 0, true, false }, { 0, true, true }, { 1, false, false }, { 1, false, true } };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Picture_OfAHeadStoredAnyWay_IsTheSame_AndSoAreItsBoxes(int acrossAxis, bool flipAcross, bool flipDown)
    {
        DetectionExample plain = Scenes.Study(1);
        (DiffusionStudy stored, Func<SliceBox, SliceBox> toStored) = Store(plain.Study, acrossAxis, flipAcross, flipDown);
        using DisposeScope scope = NewDisposeScope();
        StudySlices expected = StudySlices.Of(plain.Study, InputChannels.Dwi, 2)!, slices = StudySlices.Of(stored, InputChannels.Dwi, 2)!;
        Assert.InRange((expected.Picture(1) - slices.Picture(1)).abs().max().item<float>(), 0, 1e-4);
        foreach (Detection lesion in plain.Truth)
        {
            float[] a = expected.Frame.ToPixels(lesion.Box), b = slices.Frame.ToPixels(toStored(lesion.Box));
            for (int n = 0; n < 4; n++) Assert.Equal(a[n], b[n], 1e-3);
            SliceBox back = slices.Frame.ToVoxels(b, lesion.Box.Slice), wanted = toStored(lesion.Box);
            Assert.Equal(wanted.MinI, back.MinI, 1e-4);
            Assert.Equal(wanted.MaxJ, back.MaxJ, 1e-4);
        }
    }

    // The level of normal brain is the mode of a noisy histogram, within 3 % of 400 here: 900 is 1.25 above it, 90 is 0.775 below.
    [Fact]
    public void Picture_HasNormalBrainAtZero_AirAtMinusOne_AndLesionsWhereTheirBoxesAre()
    {
        using DisposeScope scope = NewDisposeScope();
        DetectionExample example = Scenes.Study(2);
        StudySlices slices = StudySlices.Of(example.Study, InputChannels.Dwi, 1.5)!;
        Tensor picture = slices.Picture(1)[0];
        Assert.Equal(0, picture.shape[0] % 16);
        Assert.Equal(-1, picture[0, 0].item<float>(), 0.05);
        foreach (Detection lesion in example.Truth.Where(t => t.Box.Slice == 1))
        {
            float[] box = slices.Frame.ToPixels(lesion.Box);
            float middle = picture[(int)((box[1] + box[3]) / 2), (int)((box[0] + box[2]) / 2)].item<float>();
            Assert.Equal(lesion.Label == StrokeTypes.AcuteIschemic ? 1.25 : -0.775, middle, 0.15);
            Assert.Equal(lesion.Box.Width * Scenes.Spacing, (box[2] - box[0]) * 1.5, 1e-3);
        }
    }

    // Slices of 6 mm: the neighbors are the next ones; of 2.4 mm: the second ones, since 4.8 mm are nearer to 5 than 7.2 are.
    [Theory]
    [InlineData(6, 1)]
    [InlineData(2.4, 2)]
    public void Picture_WithNeighbors_IsTheSliceThenTheOneBelowThenTheOneAbove_AndAirBeyondTheScan(double thickness, int apart)
    {
        using DisposeScope scope = NewDisposeScope();
        DiffusionStudy study = Thick(Scenes.Study(1, slices: 6).Study, thickness);
        StudySlices one = StudySlices.Of(study, InputChannels.Dwi, 2)!, three = StudySlices.Of(study, InputChannels.Dwi, 2, seen: 3)!;
        Same(three.Picture(3)[0], one.Picture(3)[0]);
        Same(three.Picture(3)[1], one.Picture(3 - apart)[0]);
        Same(three.Picture(3)[2], one.Picture(3 + apart)[0]);
        Same(three.Picture(0)[1], full_like(one.Picture(0)[0], StudySlices.Air));
        Same(three.Picture(5)[2], full_like(one.Picture(0)[0], StudySlices.Air));
    }

    [Fact]
    public void Picture_WithNeighborsOfAScanStoredFromAbove_HasTheLowerOneFirstToo()
    {
        using DisposeScope scope = NewDisposeScope();
        DiffusionStudy study = Thick(Scenes.Study(1, slices: 6).Study, -6);
        StudySlices one = StudySlices.Of(study, InputChannels.Dwi, 2)!, three = StudySlices.Of(study, InputChannels.Dwi, 2, seen: 3)!;
        Same(three.Picture(3)[1], one.Picture(4)[0]);
        Same(three.Picture(3)[2], one.Picture(2)[0]);
    }

    [Fact]
    public void Of_AStudyWithoutAnAdcMap_SaysWhatToDo() =>
        Assert.Contains("ADC map", Assert.Throws<StageException>(() => StudySlices.Of(Scenes.Study(1).Study, InputChannels.DwiAdc, 2)).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_AFieldLargerThanAnyHead_SaysSo()
    {
        VolumeGeometry grid = VolumeGeometry.FromSpacing(new(64, 64, 1), new(100, 100, 5));
        var bright = new float[64 * 64];
        Array.Fill(bright, 1);
        Assert.Contains("voxel size", Assert.Throws<StageException>(() => StudySlices.Of(new(new(grid, bright)), InputChannels.Dwi, 1)).Message, StringComparison.Ordinal);
    }

    private static void Same(Tensor a, Tensor b) => Assert.Equal(0, (a - b).abs().max().item<float>());

    private static DiffusionStudy Thick(DiffusionStudy study, double step)
    {
        AffineTransform map = study.Geometry.IndexToWorld with { ColumnK = new(0, 0, step) };
        return new(new(new VolumeGeometry(study.Geometry.Size, map), study.Dwi.Span.ToArray()));
    }

    private static (DiffusionStudy Study, Func<SliceBox, SliceBox> Box) Store(DiffusionStudy study, int acrossAxis, bool flipAcross, bool flipDown)
    {
        GridSize size = study.Geometry.Size;
        (int width, int height) = acrossAxis == 0 ? (size.I, size.J) : (size.J, size.I);
        var voxels = new float[size.Count];
        for (int v = 0; v < voxels.Length; v++)
        {
            (int x, int y) = Place(v % size.I, v / size.I % size.J);
            voxels[(v / size.SliceCount * size.SliceCount) + (y * width) + x] = study.Dwi.Span[v];
        }

        double s = Scenes.Spacing;
        Point3 across = new(flipAcross ? -s : s, 0, 0), down = new(0, flipDown ? -s : s, 0), origin = new(flipAcross ? s * (size.I - 1) : 0, flipDown ? s * (size.J - 1) : 0, 0);
        var map = new AffineTransform(acrossAxis == 0 ? across : down, acrossAxis == 0 ? down : across, new(0, 0, 6), origin);
        return (new(new(new VolumeGeometry(new(width, height, size.K), map), voxels)), Move);

        (int X, int Y) Place(int i, int j)
        {
            (int a, int b) = (flipAcross ? size.I - 1 - i : i, flipDown ? size.J - 1 - j : j);
            return acrossAxis == 0 ? (a, b) : (b, a);
        }

        SliceBox Move(SliceBox box)
        {
            (double l, double r) = flipAcross ? (size.I - 1 - box.MaxI, size.I - 1 - box.MinI) : (box.MinI, box.MaxI);
            (double u, double d) = flipDown ? (size.J - 1 - box.MaxJ, size.J - 1 - box.MinJ) : (box.MinJ, box.MaxJ);
            return acrossAxis == 0 ? new(box.Slice, l, u, r, d) : new(box.Slice, u, l, d, r);
        }
    }
}
