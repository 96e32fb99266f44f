namespace StrokeFramework.Phantom;

/// <summary>
/// Makes one labelled study in memory. A study depends on the settings, the seed and its index alone: not on the other
/// studies, on order or on threads. Each call runs on the caller's thread; studies may be made in parallel.
/// </summary>
public static class PhantomGenerator
{
    // Keys of a study's streams: what one part draws never moves another.
    private const int TissueStream = 1, FrameStream = 2, AnatomyStream = 3, LesionStream = 4, TextureStream = 5, ArtifactStream = 6,
        BiasStream = 7, NoiseStream = 8;

    /// <summary>Makes a study of whichever stroke type the plan has for the index.</summary>
    /// <param name="settings">Every constant.</param>
    /// <param name="seed">The seed of the data set.</param>
    /// <param name="index">The study, from 0; study 0 is <c>phantom0001</c>.</param>
    /// <param name="template">Real anatomy and lesion masks, or null for the analytic brain.</param>
    /// <param name="strokeType">A stroke type to make instead of the planned one, or null.</param>
    /// <exception cref="ArgumentException">The settings contradict each other.</exception>
    /// <exception cref="InvalidOperationException">No lesion of the wanted volume fits into the brain on this grid.</exception>
    public static PhantomStudy Create(
        PhantomSettings settings, long seed, int index, TemplateLibrary? template = null, string? strokeType = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var random = new PhantomRandom(seed, index);
        string type = strokeType ?? StudyPlan.TypeOf(settings.Lesions, seed, index);
        VolumeGeometry geometry = Grid(settings.Acquisition);
        var frame = new AnatomyFrame(random.Fork(FrameStream), Middle(geometry));
        IAnatomy anatomy = template?.CreateAnatomy(random.Fork(AnatomyStream)) ?? new AnalyticAnatomy(random.Fork(AnatomyStream));
        TissueMaps maps = TissueRasterizer.Rasterize(anatomy, frame, geometry, settings.Acquisition.SlabSamples);
        SubjectTissues tissues = SubjectTissues.Draw(settings.Tissues, random.Fork(TissueStream));

        var placer = new LesionPlacer(settings, maps, tissues, template);
        if (type != StrokeTypes.None) placer.Place(type, random.Fork(LesionStream));
        SignalPair signals = new SignalSynthesizer(maps, tissues, settings, random.Fork(TextureStream)).Synthesize(placer.Fields);

        var gain = new float[maps.Grey.Length];
        Array.Fill(gain, 1);
        ReceiveBias.Apply(gain, maps, settings.Acquisition.ReceiveBias, random.Fork(BiasStream));
        float normal = NormalSignal(signals.Dwi, gain, maps, placer.Numbers);
        SusceptibilityArtifacts.Apply(gain, maps, settings.Artifacts, random.Fork(ArtifactStream));

        AcquisitionSettings acquisition = settings.Acquisition;
        double normalBrain = acquisition.NormalBrainLevel * acquisition.FullScale;
        var receiver = new Receiver(acquisition, normalBrain / normal, acquisition.Noise * normalBrain);
        float[] adc = receiver.Scan(signals, gain, random.Fork(NoiseStream));
        return new()
        {
            Subject = $"phantom{index + 1:0000}",
            StrokeType = type,
            Dwi = new(geometry, signals.Dwi),
            B0 = new(geometry, signals.B0),
            Adc = new(geometry, adc),
            Brain = new(geometry, maps.BrainMask()),
            LesionNumbers = new(geometry, placer.Numbers),
            Mask = new(geometry, Array.ConvertAll(placer.Numbers, number => number > 0 ? (byte)1 : (byte)0)),
            Lesions = placer.Lesions,
            Tissues = maps,
            SubjectTissues = tissues,
            Gain = receiver.Gain,
            NormalBrain = normalBrain,
            NoiseDeviation = receiver.NoiseDeviation,
            Acquisition = new() { BValue = acquisition.BValue, EchoTime = acquisition.EchoTime, BitsStored = acquisition.BitsStored },
        };
    }

    // The mode of the noise-free DWI over normal parenchyma, before artifacts.
    private static float NormalSignal(float[] dwi, float[] gain, TissueMaps maps, byte[] lesions)
    {
        var sample = new List<float>(dwi.Length / 20);
        // A mode needs some ten thousand voxels, not all; the stride shares no factor with usual grids.
        for (int v = 0; v < dwi.Length; v += 7)
        {
            if (maps.Parenchyma(v) >= 0.9f && lesions[v] == 0) sample.Add(dwi[v] * gain[v]);
        }

        float mode = IntensityMode.Of([.. sample]);
        return mode > 0 ? mode : throw new InvalidOperationException("The grid holds no normal brain: its field of view is too small or misses the head.");
    }

    private static VolumeGeometry Grid(AcquisitionSettings acquisition)
    {
        GridSize size = acquisition.Size;
        Point3 step = acquisition.Spacing;
        // Centered on the reference brain, so that world coordinates are close to the atlas's.
        var origin = new Point3(-0.5 * (size.I - 1) * step.X, (-0.5 * (size.J - 1) * step.Y) - 18, (-0.5 * (size.K - 1) * step.Z) + 12);
        return new(size, new(new(step.X, 0, 0), new(0, step.Y, 0), new(0, 0, step.Z), origin));
    }

    private static Point3 Middle(VolumeGeometry geometry)
    {
        GridSize size = geometry.Size;
        return geometry.ToWorld(0.5 * (size.I - 1), 0.5 * (size.J - 1), 0.5 * (size.K - 1));
    }
}
