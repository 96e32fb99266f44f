using System.Numerics;
using StrokeFramework.Host.Data;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Phantom.Tests;

public sealed class HealthyScanTests
{
    // A head: skull around, then brain of white matter with a grey shell, and fluid in its middle.
    private static DiffusionStudy Head(bool withAdc = true)
    {
        var size = new GridSize(48, 56, 40);
        var geometry = new VolumeGeometry(size, new(new(-3, 0, 0), new(0, 3, 0), new(0, 0, 3), new(300, -200, 40)));
        float[] dwi = new float[size.Count], adc = new float[size.Count];
        var random = new Random(2);
        for (int k = 0; k < size.K; k++)
        {
            for (int j = 0; j < size.J; j++)
            {
                for (int i = 0; i < size.I; i++)
                {
                    double r = Math.Sqrt(Square((i - 23.5) / 20) + Square((j - 27.5) / 24) + Square((k - 19.5) / 17));
                    int v = size.IndexOf(i, j, k);
                    (dwi[v], adc[v]) = r < 0.3 ? (20, 0.003f) : r < 0.75 ? (90, 0.0007f) : r < 0.9 ? (120, 0.0008f) : r is > 0.97 and < 1.0 ? (110, 0.0005f) : (0, 0);
                    if (dwi[v] > 0) dwi[v] += (float)(24 * (random.NextDouble() - 0.5));
                }
            }
        }

        var study = new DiffusionStudy(new(geometry, dwi));
        return withAdc ? study.WithAdc(new(geometry, adc)) : study;

        static double Square(double x) => x * x;
    }

    [Fact]
    public void Read_OfAHead_TellsItsTissues_InTheMiddleOfTheReferenceFrame()
    {
        TissueProbabilities tissues = HealthyScan.Read(Head());
        // The brain's half axes are 0.9 of 60, 72 and 51 mm; its vertex comes to 78 mm.
        double middle = 78 - (0.9 * 51);
        Vector4 fluid = At(0, 0), white = At(0.55, 0), grey = At(0.83, 0), skull = At(0.985, 0);
        Assert.InRange(fluid.Z, 0.9, 1);
        Assert.InRange(white.Y, 0.7, 1);
        Assert.InRange(grey.X, 0.7, 1);
        Assert.Equal(Vector4.Zero, skull);

        Vector4 At(double part, double up) => tissues.At(new((float)(part * 60), -18, (float)(middle + up)));
    }

    [Fact]
    public void Read_WithoutAdc_OrWithoutBrain_SaysSo()
    {
        Assert.Contains("ADC map", Assert.Throws<ArgumentException>(() => HealthyScan.Read(Head(withAdc: false))).Message, StringComparison.Ordinal);
        var empty = new DiffusionStudy(new(VolumeGeometry.FromSpacing(new(8, 8, 8), new(2, 2, 2)), new float[512]));
        Assert.Contains("no brain", Assert.Throws<ArgumentException>(() => HealthyScan.Read(empty.WithAdc(new(empty.Geometry, new float[512])))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_WithAHealthyScan_UsesItsBrain_AndLeavesOtherVolumesAsTheyWere()
    {
        string template = SharedData.PathOf("data/template");
        AcuteTrainingLibrary without = AcuteTrainingLibrary.Load(template), with = AcuteTrainingLibrary.Load(template, null, SharedData.PathOf("data/normal-dwi"));
        Assert.False(without.HasHealthyScans);
        Assert.True(with.HasHealthyScans);
        AcuteTrainingSettings never = new() { HealthyScanShare = 0 }, always = new() { HealthyScanShare = 1 };
        float[] usual = Dwi(without, never);
        Assert.Equal(usual, Dwi(with, never));
        float[] scanned = Dwi(with, always);
        Assert.NotEqual(usual, scanned);
        Assert.Equal(scanned, Dwi(with, always));
        // The scan is of the upper brain alone: there is less of it.
        Assert.InRange(scanned.Count(v => v > 0) / (double)usual.Count(v => v > 0), 0.2, 0.95);

        static float[] Dwi(AcuteTrainingLibrary library, AcuteTrainingSettings settings) => AcuteTrainingGenerator.Create(library, settings, 5, 3).Dwi.Span.ToArray();
    }

    [Fact]
    public void Load_WithAScanThatHasNoAdc_NamesIt()
    {
        string folder = Directory.CreateTempSubdirectory("healthy-").FullName;
        NiftiFile.Write(Path.Combine(folder, "one_dwi.nii.gz"), Head().Dwi);
        DataException e = Assert.Throws<DataException>(() => AcuteTrainingLibrary.Load(SharedData.PathOf("data/template"), null, folder));
        Assert.Contains("one_dwi.nii.gz", e.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
