using System.Globalization;
using System.Text;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Phantom;

/// <summary>Writes training volumes as a data set in the layout of ISLES'22, with the same content at any thread count.</summary>
public static class AcuteTrainingDataSet
{
    private const string Session = "ses-0001";

    /// <summary>Makes and writes volumes 0 to <paramref name="cases"/> - 1.</summary>
    /// <param name="folder">The data set's folder; made when missing.</param>
    /// <param name="library">What they are made from.</param>
    /// <param name="settings">Every constant.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cases">Number of volumes.</param>
    /// <param name="threads">Volumes made at a time; 0 for one per processor.</param>
    /// <param name="progress">Told the number of volumes written so far.</param>
    /// <param name="cancellationToken">Looked at between volumes and while writing.</param>
    /// <returns>What was written, in order.</returns>
    /// <exception cref="DataException">A file cannot be read or written; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<AcuteTrainingRecord> Write(
        string folder, AcuteTrainingLibrary library, AcuteTrainingSettings settings, long seed, int cases, int threads = 0,
        IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var records = new AcuteTrainingRecord[Math.Max(cases, 0)];
        int done = 0;
        ParallelStudies.For(cases, Make, threads, cancellationToken);
        WriteTables(folder, records, seed);
        return records;

        void Make(int index)
        {
            AcuteTrainingStudy study = AcuteTrainingGenerator.Create(library, settings, seed, index);
            string subject = $"acute{index + 1:0000}";
            WriteStudy(folder, subject, study, cancellationToken);
            records[index] = new(subject, study.StrokeType, study.LesionVolume);
            progress?.Report(Interlocked.Increment(ref done));
        }
    }

    private static void WriteStudy(string folder, string subject, AcuteTrainingStudy study, CancellationToken cancellationToken)
    {
        string stem = $"sub-{subject}_{Session}";
        string images = Path.Combine(folder, "rawdata", "sub-" + subject, Session, "dwi", stem);
        NiftiFile.Write(images + "_dwi.nii.gz", study.Dwi, null, PhantomWriter.Note, cancellationToken);
        NiftiFile.Write(images + "_adc.nii.gz", study.Adc, null, PhantomWriter.Note, cancellationToken);
        AtomicFile.WriteText(images + "_dwi.json", PhantomWriter.Sidecar(study.Acquisition, study.Acquisition.BValue, null));
        AtomicFile.WriteText(images + "_adc.json", PhantomWriter.Sidecar(study.Acquisition, study.Acquisition.BValue, "mm^2/s"));
        string masks = Path.Combine(folder, "derivatives", "sub-" + subject, Session);
        NiftiFile.Write(Path.Combine(masks, stem + "_msk.nii.gz"), study.Mask, null, PhantomWriter.Note, cancellationToken);
    }

    private static void WriteTables(string folder, AcuteTrainingRecord[] records, long seed)
    {
        var participants = new StringBuilder("participant_id\tstroke_type\tlesion_volume_ml\n");
        foreach (AcuteTrainingRecord record in records)
            participants.Append(CultureInfo.InvariantCulture, $"sub-{record.Subject}\t{record.StrokeType}\t{record.LesionVolume:0.000}\n");
        AtomicFile.WriteText(Path.Combine(folder, "participants.tsv"), participants.ToString());
        PhantomWriter.WriteDescription(folder, $"StrokeFramework phantom: {records.Length} synthetic training volumes of acute stroke, seed {seed}");
    }
}
