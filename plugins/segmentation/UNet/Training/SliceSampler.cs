using StrokeFramework.UNet.Images;
using StrokeFramework.UNet.Network;

namespace StrokeFramework.UNet.Training;

/// <summary>Draws the slices of a step and changes them at random: mirrored, shifted, turned, scaled, brighter, without ADC.</summary>
internal sealed class SliceSampler
{
    /// <summary>A square is shifted from the middle of the brain by up to this many voxels, and more where the brain is larger.</summary>
    private const int Shift = 4;

    private readonly UNetSettings _settings;
    private readonly int _side;

    public SliceSampler(UNetSettings settings, NetworkPlan plan)
    {
        _settings = settings;
        int voxels = (int)Math.Ceiling(settings.Patch / settings.WorkingSpacing);
        _side = (voxels + plan.Multiple - 1) / plan.Multiple * plan.Multiple;
        Images = new float[settings.Batch * NetworkPlan.Channels * _side * _side];
        Truth = new float[settings.Batch * _side * _side];
    }

    /// <summary>Voxels along a side of a slice.</summary>
    public int Side => _side;

    /// <summary>Slices, channels, rows, columns.</summary>
    public float[] Images { get; }

    /// <summary>Slices, rows, columns: 1 where there is lesion.</summary>
    public float[] Truth { get; }

    /// <summary>Draws a batch.</summary>
    public void Draw(StudyPool pool, Random random)
    {
        int area = _side * _side;
        for (int n = 0; n < _settings.Batch; n++)
        {
            bool lesion = random.NextDouble() < _settings.LesionShare && pool.WithLesion.Count > 0;
            IReadOnlyList<PooledStudy> studies = lesion ? pool.WithLesion : pool.Studies;
            PooledStudy study = studies[random.Next(studies.Count)];
            int[] slices = lesion || study.Negative.Length == 0 ? study.Positive : study.Negative;
            int slice = slices[random.Next(slices.Length)];
            Cut(study, slice, random, Images.AsSpan(n * NetworkPlan.Channels * area, NetworkPlan.Channels * area), Truth.AsSpan(n * area, area));
        }
    }

    private void Cut(PooledStudy study, int slice, Random random, Span<float> images, Span<float> truth)
    {
        // From the square's voxels to the study's: turned, scaled and mirrored about the middle, then shifted.
        bool warp = random.NextDouble() < _settings.WarpShare;
        double angle = warp ? _settings.Rotation * Between(random) * Math.PI / 180 : 0, scale = warp ? 1 + (_settings.Scaling * Between(random)) : 1;
        double cos = Math.Cos(angle) * scale, sin = Math.Sin(angle) * scale, mirror = random.NextDouble() < 0.5 ? -1 : 1;
        double centerI = Center(study.Size.I, random), centerJ = Center(study.Size.J, random);
        double dwiGain = Math.Exp(_settings.GainJitter * Normal(random)), adcGain = Math.Exp(_settings.GainJitter * Normal(random));
        bool withAdc = random.NextDouble() >= _settings.AdcDropout && study.Adc is not null;
        int area = _side * _side;
        double middle = (_side - 1) / 2.0;
        for (int channel = 0; channel < NetworkPlan.Slices; channel++)
        {
            int k = Math.Clamp(slice + channel - (NetworkPlan.Slices / 2), 0, study.Size.K - 1), start = k * study.Size.SliceCount;
            ReadOnlySpan<Half> dwi = study.Dwi.AsSpan(start, study.Size.SliceCount), adc = withAdc ? study.Adc.AsSpan(start, study.Size.SliceCount) : default;
            ReadOnlySpan<byte> mask = study.Truth.AsSpan(start, study.Size.SliceCount);
            bool own = k == slice && channel == NetworkPlan.Slices / 2;
            Span<float> toDwi = images.Slice(channel * area, area), toAdc = images.Slice((channel + NetworkPlan.Slices) * area, area);
            for (int row = 0; row < _side; row++)
            {
                for (int column = 0; column < _side; column++)
                {
                    double u = (column - middle) * mirror, v = row - middle;
                    double i = (cos * u) - (sin * v) + centerI, j = (sin * u) + (cos * v) + centerJ;
                    var at = new SamplePoint(i, j, study.Size);
                    int p = (row * _side) + column;
                    toDwi[p] = Gain(at.Read(dwi, BrainImages.NoSignal), dwiGain);
                    toAdc[p] = withAdc ? GainAdc(at.Read(adc, BrainImages.NoDiffusion), adcGain) : 0;
                    if (own) truth[p] = at.Read(mask) >= 0.5f ? 1 : 0;
                }
            }
        }
    }

    private static float Gain(float value, double gain) => BrainImages.WithGain(value, (float)gain);

    private static float GainAdc(float value, double gain) => value > BrainImages.NoDiffusion ? BrainImages.AdcWithGain(value, (float)gain) : value;

    private double Center(int extent, Random random)
    {
        int reach = Math.Max(Shift, ((extent - _side) / 2) + Shift);
        return ((extent - 1) / 2.0) + random.Next(-reach, reach + 1);
    }

    private static double Between(Random random) => (2 * random.NextDouble()) - 1;

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
