namespace StrokeFramework.Phantom;

/// <summary>What is true of one lesion: its parameters and what became of them in the images.</summary>
public sealed record PhantomLesion
{
    /// <summary>Its number within the study, from 1: the value in <see cref="PhantomStudy.LesionNumbers"/>.</summary>
    public required int Number { get; init; }

    /// <summary>The parameters it was made with.</summary>
    public required LesionParameters Parameters { get; init; }

    /// <summary>How its outline was made; a mask is named after it, as in <c>mask:sub-1001</c>.</summary>
    public required string Shape { get; init; }

    /// <summary>T2 of the lesion or core in the tissue it lies in, in ms.</summary>
    public required double CoreT2 { get; init; }

    /// <summary>T2 of the rim in the tissue it lies in, in ms; NaN without a rim.</summary>
    public required double RimT2 { get; init; }

    /// <summary>Proton density of the lesion or core in the tissue it lies in.</summary>
    public required double CoreProtonDensity { get; init; }

    /// <summary>T2 that the tissue would have without the lesion, in ms: the mix of grey and white matter there.</summary>
    public required double TissueT2 { get; init; }

    /// <summary>Share of grey matter in the tissue it lies in, in [0, 1].</summary>
    public required double GreyShare { get; init; }

    /// <summary>Volume of its mask, in ml.</summary>
    public required double Volume { get; init; }

    /// <summary>Center of its mask in world coordinates, RAS+ mm.</summary>
    public required Point3 Center { get; init; }

    /// <summary>Whether its mask lies against CSF: one face or more of its voxels has a neighbor that is mostly CSF.</summary>
    public required bool TouchesCsf { get; init; }

    /// <summary>The stroke type.</summary>
    public string StrokeType => Parameters.StrokeType;
}
