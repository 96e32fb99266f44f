using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>From noise-free signals to images: blur, noise, a shift between b0 and DWI, ADC, skull-stripping and the mask.</summary>
internal sealed class AcuteScanner
{
    private const int BlurStream = 1, NoiseStream = 2, ShiftStream = 3, StripStream = 4, ScaleStream = 5, ScalpStream = 6;

    // An expert's outline follows the blurred image, though not all of its blur.
    private const float LabelBlur = 0.8f;

    private readonly AcuteTrainingSettings _settings;
    private readonly AcuteScene _scene;
    private readonly AcuteWorkspace _memory;
    private readonly PhantomRandom _random;
    private readonly float _normal;

    public AcuteScanner(AcuteTrainingSettings settings, AcuteScene scene, AcuteWorkspace memory, float normal, PhantomRandom random) =>
        (_settings, _scene, _memory, _normal, _random) = (settings, scene, memory, normal, random);

    /// <summary>Whether the images are skull-stripped.</summary>
    public bool IsStripped { get; private set; }

    /// <summary>Normal brain on the DWI, in the scanner's unit.</summary>
    public double NormalBrain { get; private set; }

    /// <summary>Makes DWI (in the scanner's unit), ADC (in mm²/s) and mask from the signals and gains in memory.</summary>
    public (float[] Dwi, float[] Adc, byte[] Mask) Scan(float[] depth)
    {
        AcuteAcquisitionSettings settings = _settings.Acquisition;
        PhantomRandom strip = _random.Fork(StripStream);
        IsStripped = strip.Chance(settings.StripChance);
        foreach (int v in _scene.Voxels)
        {
            _memory.B0[v] *= _memory.Gain[v];
            _memory.Dwi[v] *= _memory.Gain[v] * MathF.Exp(_memory.Mismatch[v]);
        }

        if (!IsStripped) ScalpShell.Add(_scene, _memory.Inside, (_memory.B0, _memory.Dwi), _normal, settings, _random.Fork(ScalpStream));
        Blur();
        AddNoise();
        Shift();
        float ringing = strip.Chance(settings.RingingChance) ? (float)strip.Uniform(settings.Ringing) : 0;
        if (IsStripped) SkullStrip.Draw(_scene, depth, _memory.Inside, strip.Fork(1));
        else _memory.Inside.AsSpan().Fill(1);
        return (Dwi(ringing), Adc(), Mask());
    }

    private void Blur()
    {
        PhantomRandom random = _random.Fork(BlurStream);
        float plane = (float)random.Uniform(_settings.Acquisition.InPlaneBlur), slices = (float)random.Uniform(_settings.Acquisition.SliceBlur);
        var sigma = new Vector3(plane, plane, slices);
        VoxelBlur.Apply(_memory.B0, _memory.Scratch.First, _scene.Size, sigma);
        VoxelBlur.Apply(_memory.Dwi, _memory.Scratch.First, _scene.Size, sigma);
        VoxelBlur.Apply(_memory.Lesion, _memory.Scratch.First, _scene.Size, LabelBlur * sigma);
    }

    private void AddNoise()
    {
        AcuteAcquisitionSettings settings = _settings.Acquisition;
        PhantomRandom random = _random.Fork(NoiseStream);
        float sigma = _normal * (float)random.LogUniform(settings.Noise), b0Sigma = sigma * (float)random.Uniform(settings.B0Noise);
        bool correlated = random.Chance(settings.CorrelationChance);
        float width = (float)random.Uniform(settings.Correlation);
        Add(_memory.Dwi, sigma, random.Fork(1));
        Add(_memory.B0, b0Sigma, random.Fork(2));

        void Add(float[] image, float deviation, PhantomRandom own)
        {
            // What stripping takes away needs no noise.
            ReadOnlySpan<int> voxels = IsStripped ? _scene.Voxels : _memory.Everywhere;
            if (correlated) CorrelatedNoise.Add(image, deviation, width, voxels, _scene.Size, _memory.Scratch, own);
            else AddRuns(image, deviation, voxels, own);
        }
    }

    // Independent noise, a run of neighbors at a time.
    private static void AddRuns(float[] image, float sigma, ReadOnlySpan<int> voxels, PhantomRandom random)
    {
        for (int first = 0; first < voxels.Length;)
        {
            int next = first + 1;
            while (next < voxels.Length && voxels[next] == voxels[next - 1] + 1) next++;
            RicianNoise.Add(image.AsSpan(voxels[first], next - first), sigma, random);
            first = next;
        }
    }

    // b0 moves against the DWI by a fraction of a voxel, by linear interpolation.
    private void Shift()
    {
        PhantomRandom random = _random.Fork(ShiftStream);
        if (!random.Chance(_settings.Acquisition.ShiftChance)) return;
        float alongI = (float)random.Normal(0, _settings.Acquisition.Shift), alongJ = (float)random.Normal(0, _settings.Acquisition.Shift);
        Interpolate(_memory.B0, _memory.Scratch.First, alongI, 1);
        Interpolate(_memory.B0, _memory.Scratch.First, alongJ, _scene.Size.I);
    }

    private static void Interpolate(float[] image, float[] scratch, float shift, int stride)
    {
        int whole = (int)MathF.Floor(shift);
        float part = shift - whole;
        image.CopyTo(scratch, 0);
        int from = Math.Max(0, -whole * stride), to = Math.Min(image.Length, image.Length - ((whole + 1) * stride));
        for (int v = from; v < to; v++)
        {
            int near = v + (whole * stride);
            image[v] = scratch[near] + (part * (scratch[near + stride] - scratch[near]));
        }
    }

    private float[] Dwi(float ringing)
    {
        NormalBrain = _random.Fork(ScaleStream).LogUniform(_settings.Acquisition.NormalBrain);
        float scale = (float)NormalBrain / _normal;
        var dwi = new float[_memory.Voxels];
        for (int v = 0; v < dwi.Length; v++) dwi[v] = scale * _memory.Dwi[v];
        if (IsStripped) SkullStrip.Apply(dwi, _memory.Inside, _scene.Size, ringing);
        return dwi;
    }

    private float[] Adc()
    {
        var adc = new float[_memory.Voxels];
        float b = (float)_settings.Acquisition.BValue;
        foreach (int v in IsStripped ? _scene.Voxels : _memory.Everywhere)
        {
            if (_memory.Inside[v] != 0) adc[v] = SignalModel.Adc(_memory.B0[v], _memory.Dwi[v], b);
        }

        return adc;
    }

    private byte[] Mask()
    {
        AcuteLesionSettings settings = _settings.Lesions;
        float fraction = (float)settings.LabelFraction, gain = (float)(1 + settings.LabelGain), tissue = (float)settings.LabelTissue;
        var mask = new byte[_memory.Voxels];
        foreach (int v in _scene.Voxels)
        {
            if (_memory.Lesion[v] > fraction && _memory.LesionGain[v] > gain && _scene.Maps.Parenchyma(v) > tissue && _memory.Inside[v] != 0) mask[v] = 1;
        }

        return mask;
    }
}
