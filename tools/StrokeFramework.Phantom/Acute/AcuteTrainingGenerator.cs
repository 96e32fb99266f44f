using StrokeFramework.Imaging;

namespace StrokeFramework.Phantom;

/// <summary>
/// Makes one labelled volume for training a segmenter of acute stroke. A volume depends on the library's files, the settings,
/// the seed and its index alone. Each call runs on the caller's thread; volumes may be made in parallel, as fast as a network
/// asks for them.
/// </summary>
public static class AcuteTrainingGenerator
{
    // Keys of a volume's streams: what one part draws never moves another.
    private const int FrameStream = 1, AnatomyStream = 2, TissueStream = 3, AtrophyStream = 4, LesionStream = 5, LesionTissueStream = 6,
        LacuneStream = 7, ArtifactStream = 8, SequenceStream = 9, ScannerStream = 10, HealthyStream = 11;

    /// <summary>Makes a volume.</summary>
    /// <param name="library">What it is made from.</param>
    /// <param name="settings">Every constant.</param>
    /// <param name="seed">The seed of the stream of volumes.</param>
    /// <param name="index">The volume, from 0; there is no last one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    /// <exception cref="InvalidOperationException">The grid holds no brain.</exception>
    public static AcuteTrainingStudy Create(AcuteTrainingLibrary library, AcuteTrainingSettings settings, long seed, long index)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        VolumeGeometry geometry = Grid(settings);
        AcuteWorkspace memory = library.Rent((int)geometry.Size.Count);
        AcuteTrainingStudy study = Make(library, settings, new(seed, index), geometry, memory);
        library.Return(memory);
        return study;
    }

    private static AcuteTrainingStudy Make(
        AcuteTrainingLibrary library, AcuteTrainingSettings settings, PhantomRandom random, VolumeGeometry geometry, AcuteWorkspace memory)
    {
        PhantomRandom anatomies = random.Fork(AnatomyStream);
        bool sharp = anatomies.Chance(settings.SharpBrainShare);
        PhantomRandom healthy = random.Fork(HealthyStream);
        bool scanned = library.HasHealthyScans && healthy.Chance(settings.HealthyScanShare);
        IAnatomy anatomy = scanned ? library.CreateHealthy(healthy.Fork(1)) : library.CreateAnatomy(sharp, anatomies.Fork(1));
        var frame = new AnatomyFrame(random.Fork(FrameStream), Middle, settings.Frame);
        var scene = new AcuteScene(anatomy, frame, geometry, memory);
        if (scene.Voxels.IsEmpty) throw new InvalidOperationException("The grid holds no brain: its field of view is too small or misses the head.");
        PhantomRandom atrophy = random.Fork(AtrophyStream);
        // The tissue maps are of older adults and vary their own CSF.
        if (sharp && !scanned && atrophy.Chance(settings.Tissues.AtrophyChance)) CsfWidening.Apply(scene, memory.Scratch.First, atrophy);

        var lesions = new AcuteLesionMap(memory);
        AcuteLesionPlacer.Place(lesions, scene, settings.Lesions, library, random.Fork(LesionStream));
        var lesionTissue = new AcuteLesionTissue(scene, settings.Lesions, random.Fork(LesionTissueStream));
        var tissues = new AcuteTissues(settings.Tissues, scene, random.Fork(TissueStream));
        var lacunes = new OldLacunes(scene, settings.Lesions, random.Fork(LacuneStream));
        double echoTime = random.Fork(SequenceStream).Uniform(settings.Acquisition.EchoTime);
        var signals = new AcuteSignals(tissues, lesionTissue, lacunes, echoTime, settings.Acquisition.BValue);
        float normal = signals.Fill(scene, lesions, memory.B0, memory.Dwi, memory.LesionGain);

        foreach (int v in scene.Voxels) memory.Inside[v] = scene.Brain(v) > 0.5f ? (byte)1 : (byte)0;
        float[] depth = DistanceTransform.ToBackground(memory.Inside, geometry.Size, geometry.Spacing);
        var edge = new BrainEdge(scene, depth, settings.Artifacts);
        Array.Fill(memory.Gain, 1);
        new AcuteArtifacts(scene, edge, settings.Artifacts, random.Fork(ArtifactStream)).Fill(memory.Gain, memory.Mismatch);

        var scanner = new AcuteScanner(settings, scene, memory, normal, random.Fork(ScannerStream));
        (float[] dwi, float[] adc, byte[] mask) = scanner.Scan(depth);
        return new()
        {
            Dwi = new(geometry, dwi),
            Adc = new(geometry, adc),
            Mask = new(geometry, mask),
            NormalBrain = scanner.NormalBrain,
            IsStripped = scanner.IsStripped,
            IsSubacute = !lesions.IsEmpty && lesionTissue.IsSubacute,
            Acquisition = new() { BValue = settings.Acquisition.BValue, EchoTime = echoTime },
        };
    }

    // The middle of every grid, in world mm: about the middle of a brain in MNI space.
    private static Point3 Middle { get; } = new(0, -18, 12);

    // Index i runs to the patient's left, as in ISLES'22.
    private static VolumeGeometry Grid(AcuteTrainingSettings settings)
    {
        GridSize size = settings.Size;
        Point3 step = settings.Spacing;
        var origin = new Point3(0.5 * (size.I - 1) * step.X, -0.5 * (size.J - 1) * step.Y, -0.5 * (size.K - 1) * step.Z) + Middle;
        return new(size, new(new(-step.X, 0, 0), new(0, step.Y, 0), new(0, 0, step.Z), origin));
    }
}
