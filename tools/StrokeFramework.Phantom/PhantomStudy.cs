namespace StrokeFramework.Phantom;

/// <summary>One synthetic study with all that is true of it. Read-only.</summary>
public sealed record PhantomStudy
{
    /// <summary>Subject label without the <c>sub-</c> prefix, as in <c>phantom0001</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Session label without the <c>ses-</c> prefix.</summary>
    public string Session { get; init; } = "0001";

    /// <summary>One of <see cref="StrokeTypes.All"/>, or <see cref="StrokeTypes.None"/>.</summary>
    public required string StrokeType { get; init; }

    /// <summary>The diffusion-weighted image: whole numbers from 0 to full scale.</summary>
    public required Volume<float> Dwi { get; init; }

    /// <summary>The image without diffusion weighting: whole numbers from 0 to full scale.</summary>
    public required Volume<float> B0 { get; init; }

    /// <summary>ADC computed from the noisy images as a scanner does, in mm²/s; 0 where b0 is mere noise.</summary>
    public required Volume<float> Adc { get; init; }

    /// <summary>1 where there is a lesion.</summary>
    public required Volume<byte> Mask { get; init; }

    /// <summary>0, or the number of the lesion that the voxel belongs to.</summary>
    public required Volume<byte> LesionNumbers { get; init; }

    /// <summary>The true brain with its CSF.</summary>
    public required Volume<byte> Brain { get; init; }

    /// <summary>The lesions, in order of their numbers; empty for a study without one.</summary>
    public required IReadOnlyList<PhantomLesion> Lesions { get; init; }

    /// <summary>The fractions of tissue behind the images, without lesions.</summary>
    public required TissueMaps Tissues { get; init; }

    /// <summary>The constants of this subject's normal tissues.</summary>
    public required SubjectTissues SubjectTissues { get; init; }

    /// <summary>The scanner's gain k: stored value per unit of <see cref="SignalModel.Signal"/>.</summary>
    public required double Gain { get; init; }

    /// <summary>The DWI intensity of normal brain, in stored units.</summary>
    public required double NormalBrain { get; init; }

    /// <summary>Standard deviation of the noise per channel, in stored units.</summary>
    public required double NoiseDeviation { get; init; }

    /// <summary>The acquisition, as the sidecar tells it.</summary>
    public required Acquisition Acquisition { get; init; }

    /// <summary>The study as a pipeline sees it: DWI, b0 and ADC, without truth.</summary>
    public DiffusionStudy ToDiffusionStudy() =>
        new DiffusionStudy(Dwi, Subject, Session, Acquisition).WithAdc(Adc).WithB0(B0);
}
