using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace StrokeFramework.LesionCleanup;

/// <summary>Parameters of <see cref="LesionCleaner"/>.</summary>
public sealed record LesionCleanerSettings
{
    /// <summary>Radius of the closing.</summary>
    [Description("Radius of the disk that closes gaps within each slice, inside the brain; 0 for none.")]
    [Range(0, 50)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Three pixels of 0.9 mm; on phantoms 1.8 to 4 mm make no difference of more than 0.003 Dice.")]
    public double Closing { get; init; } = 2.7;

    /// <summary>Largest hole that is filled.</summary>
    [Description("Largest hole of a lesion in a slice that is filled.")]
    [Range(0, 100_000)]
    [Unit("mm²")]
    [Provenance(Provenance.Inferred, "A disk of 11 mm radius. Larger ones are normal tissue inside a ring.")]
    public double MaximumHole { get; init; } = 400;

    /// <summary>Smallest bright lesion kept.</summary>
    [Description("Smallest bright lesion kept, as a 26-connected part in 3-D.")]
    [Range(0, 1_000_000)]
    [Unit("mm³")]
    [Provenance(Provenance.Inferred, "A third of the 0.3 ml below which no phantom lesion lies; emboli of real scans are smaller still.")]
    public double MinimumBright { get; init; } = 100;

    /// <summary>Smallest dark lesion kept.</summary>
    [Description("Smallest dark lesion kept, as a 26-connected part in 3-D.")]
    [Range(0, 1_000_000)]
    [Unit("mm³")]
    [Provenance(Provenance.Inferred, "Widened sulci and perivascular spaces are dark and smaller than this. Chosen on phantoms between 300 and 2000 mm³.")]
    public double MinimumDark { get; init; } = 1000;

    /// <summary>Smallest lesion of a single picture.</summary>
    [Description("Smallest lesion kept when the study is a single picture.")]
    [Range(0, 100_000)]
    [Unit("mm²")]
    [Provenance(Provenance.Inferred, "30 pixels of 0.9 mm.")]
    public double MinimumArea { get; init; } = 25;
}
