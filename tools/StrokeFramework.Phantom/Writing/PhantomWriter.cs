using System.Globalization;
using System.Text;
using System.Text.Json;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Phantom;

/// <summary>
/// Writes phantoms in the layout of ISLES'22 (BIDS raw data with masks among the derivatives), with the truth of every
/// lesion in <c>lesions.tsv</c>. Files are complete or absent; the same input gives the same bytes.
/// </summary>
public static class PhantomWriter
{
    /// <summary>What the header of every synthetic image says.</summary>
    internal const string Note = "StrokeFramework phantom (synthetic)";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one study's DWI, b0, ADC (mm²/s), mask and sidecars.</summary>
    /// <param name="folder">The data set's folder; made when missing.</param>
    /// <param name="study">The study.</param>
    /// <param name="cancellationToken">When signalled, no half-written file is left.</param>
    /// <exception cref="DataException">A file cannot be written; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void WriteStudy(string folder, PhantomStudy study, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(study);
        string subject = "sub-" + study.Subject, session = "ses-" + study.Session, stem = $"{subject}_{session}";
        string images = Path.Combine(folder, "rawdata", subject, session, "dwi");
        NiftiFile.Write(Path.Combine(images, stem + "_dwi.nii.gz"), study.Dwi, null, Note, cancellationToken);
        NiftiFile.Write(Path.Combine(images, stem + "_b0.nii.gz"), study.B0, null, Note, cancellationToken);
        NiftiFile.Write(Path.Combine(images, stem + "_adc.nii.gz"), study.Adc, null, Note, cancellationToken);
        AtomicFile.WriteText(Path.Combine(images, stem + "_dwi.json"), Sidecar(study.Acquisition, study.Acquisition.BValue, null));
        AtomicFile.WriteText(Path.Combine(images, stem + "_b0.json"), Sidecar(study.Acquisition, 0, null));
        AtomicFile.WriteText(Path.Combine(images, stem + "_adc.json"), Sidecar(study.Acquisition, study.Acquisition.BValue, "mm^2/s"));
        string masks = Path.Combine(folder, "derivatives", subject, session);
        NiftiFile.Write(Path.Combine(masks, stem + "_msk.nii.gz"), study.Mask, null, Note, cancellationToken);
    }

    /// <summary>Writes the tables and descriptions of a data set: <c>participants.tsv</c>, <c>lesions.tsv</c> and what they mean.</summary>
    /// <param name="folder">The data set's folder; made when missing.</param>
    /// <param name="studies">Every study, in order.</param>
    /// <param name="seed">The seed, for the description.</param>
    /// <exception cref="DataException">A file cannot be written; the message says why.</exception>
    public static void WriteTables(string folder, IReadOnlyList<StudyRecord> studies, long seed)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(studies);
        var participants = new StringBuilder("participant_id\tstroke_type\tlesions\tlesion_volume_ml\n");
        foreach (StudyRecord study in studies)
            participants.Append(CultureInfo.InvariantCulture, $"sub-{study.Subject}\t{study.StrokeType}\t{study.Lesions.Count}\t{study.LesionVolume:0.000}\n");
        AtomicFile.WriteText(Path.Combine(folder, "participants.tsv"), participants.ToString());
        AtomicFile.WriteText(Path.Combine(folder, "participants.json"), Json(new Dictionary<string, object>
        {
            ["stroke_type"] = new { Description = "Stroke type of the patient; n/a means no lesion.", Levels = StrokeTypes.All },
            ["lesions"] = new { Description = "Number of lesions made." },
            ["lesion_volume_ml"] = new { Description = "Volume of all lesions.", Units = "ml" },
        }));
        AtomicFile.WriteText(Path.Combine(folder, "lesions.tsv"), LesionTable.Text(studies));
        AtomicFile.WriteText(Path.Combine(folder, "lesions.json"), Json(LesionTable.Dictionary()));
        WriteDescription(folder, $"StrokeFramework phantom: {studies.Count} synthetic studies, seed {seed}");
    }

    /// <summary>Writes what a synthetic data set is.</summary>
    internal static void WriteDescription(string folder, string name) =>
        AtomicFile.WriteText(Path.Combine(folder, "dataset_description.json"), Json(new Dictionary<string, object>
        {
            ["Name"] = name,
            ["BIDSVersion"] = "1.9.0",
            ["DatasetType"] = "raw",
            ["License"] = "CC0-1.0",
            ["GeneratedBy"] = new[] { new { Name = "StrokeFramework.Phantom", Version = typeof(PhantomWriter).Assembly.GetName().Version!.ToString(3) } },
            ["HowToAcknowledge"] = "Synthetic images, no patient data. Label every figure measured on them so.",
        }));

    /// <summary>The text of an image's sidecar.</summary>
    internal static string Sidecar(Acquisition acquisition, double? bValue, string? units)
    {
        var fields = new Dictionary<string, object>
        {
            ["Modality"] = "MR",
            ["Manufacturer"] = "synthetic",
        };
        if (bValue is { } b) fields["DiffusionBValue"] = b;
        // BIDS counts in seconds.
        if (acquisition.EchoTime is { } echo) fields["EchoTime"] = Math.Round(echo / 1000, 6);
        if (units is null && acquisition.BitsStored is { } bits) fields["BitsStored"] = bits;
        if (units is not null) fields["Units"] = units;
        return Json(fields);
    }

    private static string Json(Dictionary<string, object> fields) => JsonSerializer.Serialize(fields, Indented) + "\n";
}
