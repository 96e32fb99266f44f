using System.Globalization;
using System.Text;

namespace StrokeFramework.Phantom;

/// <summary>The table <c>lesions.tsv</c>: a row per lesion, so that truth is known beyond the mask.</summary>
internal static class LesionTable
{
    private static readonly (string Name, string Description)[] Columns =
    [
        ("participant_id", "The study's subject."),
        ("lesion", "Number of the lesion within the study, from 1."),
        ("stroke_type", "Stroke type."),
        ("severity", "Severity in [0, 1] that moves the class's parameters together."),
        ("adc_mm2_s", "True ADC of the lesion, or of its core where there is a rim, in mm²/s."),
        ("t2_ms", "True T2 of the lesion or core in the tissue it lies in, in ms."),
        ("proton_density", "True proton density of the lesion or core, relative to CSF."),
        ("rim_adc_mm2_s", "True ADC of the rim, in mm²/s; n/a without a rim."),
        ("rim_t2_ms", "True T2 of the rim, in ms; n/a without a rim."),
        ("rim_thickness_mm", "Thickness of the rim, in mm; 0 without a rim. Small lesions have at most a quarter of their radius."),
        ("edge_width_mm", "Distance over which the lesion fades into tissue, in mm."),
        ("tissue_t2_ms", "T2 that the tissue there would have without the lesion, in ms."),
        ("grey_share", "Share of grey matter in the tissue there."),
        ("volume_ml", "Volume of the lesion's mask, in ml."),
        ("center_x_mm", "Center of the mask, RAS+ mm, towards right."),
        ("center_y_mm", "Center of the mask, RAS+ mm, towards anterior."),
        ("center_z_mm", "Center of the mask, RAS+ mm, towards superior."),
        ("touches_csf", "1 when a voxel of the mask shares a face with CSF."),
        ("shape", "How the outline was made: territory, round, or the name of a real mask."),
    ];

    /// <summary>The table's text.</summary>
    public static string Text(IEnumerable<StudyRecord> studies)
    {
        var text = new StringBuilder(string.Join('\t', Columns.Select(c => c.Name))).Append('\n');
        foreach (StudyRecord study in studies)
        {
            foreach (PhantomLesion lesion in study.Lesions) text.AppendJoin('\t', Row(study, lesion)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What the columns mean, as a BIDS data dictionary.</summary>
    public static Dictionary<string, object> Dictionary() =>
        Columns.ToDictionary(c => c.Name, c => (object)new Dictionary<string, string> { ["Description"] = c.Description });

    private static IEnumerable<string> Row(StudyRecord study, PhantomLesion lesion)
    {
        LesionParameters p = lesion.Parameters;
        return
        [
            "sub-" + study.Subject, Number(lesion.Number, "0"), lesion.StrokeType, Number(p.Severity, "0.0000"),
            Number(p.Core.Adc, "0.0000000"), Number(lesion.CoreT2, "0.00"), Number(lesion.CoreProtonDensity, "0.0000"),
            Number(p.Rim?.Adc ?? double.NaN, "0.0000000"), Number(lesion.RimT2, "0.00"), Number(p.Rim is null ? 0 : p.RimThickness, "0.00"),
            Number(p.EdgeWidth, "0.00"), Number(lesion.TissueT2, "0.00"), Number(lesion.GreyShare, "0.000"), Number(lesion.Volume, "0.000"),
            Number(lesion.Center.X, "0.0"), Number(lesion.Center.Y, "0.0"), Number(lesion.Center.Z, "0.0"),
            lesion.TouchesCsf ? "1" : "0", lesion.Shape,
        ];
    }

    private static string Number(double value, string format) =>
        double.IsNaN(value) ? "n/a" : value.ToString(format, CultureInfo.InvariantCulture);
}
