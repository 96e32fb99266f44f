namespace StrokeFramework.Phantom;

/// <summary>One synthetic volume for training, with its truth. Read-only.</summary>
public sealed record AcuteTrainingStudy
{
    /// <summary>The diffusion-weighted image, in the scanner's arbitrary unit; 0 or slightly below outside a stripped brain.</summary>
    public required Volume<float> Dwi { get; init; }

    /// <summary>ADC computed from the noisy images as a scanner does, in mm²/s; 0 outside a stripped brain.</summary>
    public required Volume<float> Adc { get; init; }

    /// <summary>1 where there is acute or sub-acute lesion.</summary>
    public required Volume<byte> Mask { get; init; }

    /// <summary>Whether the images are skull-stripped.</summary>
    public required bool IsStripped { get; init; }

    /// <summary>Whether the lesions are sub-acute.</summary>
    public required bool IsSubacute { get; init; }

    /// <summary>The DWI intensity of normal brain before artifacts, in the unit of <see cref="Dwi"/>.</summary>
    public required double NormalBrain { get; init; }

    /// <summary>The acquisition, as a sidecar would tell it.</summary>
    public required Acquisition Acquisition { get; init; }

    /// <summary>Volume of the mask, in ml.</summary>
    public double LesionVolume => Mask.Span.Count((byte)1) * Mask.Geometry.VoxelVolume / 1000;

    /// <summary>Acute or sub-acute ischemic, or <see cref="StrokeTypes.None"/> where the mask is empty.</summary>
    public string StrokeType => !Mask.Span.Contains((byte)1) ? StrokeTypes.None : IsSubacute ? StrokeTypes.SubacuteIschemic : StrokeTypes.AcuteIschemic;

    /// <summary>The volume as a pipeline sees it, without truth.</summary>
    /// <param name="subject">Subject label without the <c>sub-</c> prefix.</param>
    public DiffusionStudy ToDiffusionStudy(string subject = "acute") => new DiffusionStudy(Dwi, subject, null, Acquisition).WithAdc(Adc);
}
