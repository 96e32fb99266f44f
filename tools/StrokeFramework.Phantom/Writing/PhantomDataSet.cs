namespace StrokeFramework.Phantom;

/// <summary>Makes whole data sets, studies in parallel, with the same content at any thread count.</summary>
public static class PhantomDataSet
{
    /// <summary>Makes studies and hands each over as soon as it is made, in no particular order.</summary>
    /// <param name="settings">Every constant.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cases">Number of studies.</param>
    /// <param name="use">Takes a study with its index; called from several threads at once.</param>
    /// <param name="template">Real anatomy and masks, or null.</param>
    /// <param name="threads">Studies made at a time; 0 for one per processor.</param>
    /// <param name="cancellationToken">Looked at between studies.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of studies is below 1.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void ForEach(
        PhantomSettings settings, long seed, int cases, Action<int, PhantomStudy> use, TemplateLibrary? template = null, int threads = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(use);
        ParallelStudies.For(cases, index => use(index, PhantomGenerator.Create(settings, seed, index, template)), threads, cancellationToken);
    }

    /// <summary>Writes a data set in the ISLES layout.</summary>
    /// <param name="folder">The folder; made when missing.</param>
    /// <param name="settings">Every constant.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cases">Number of studies.</param>
    /// <param name="template">Real anatomy and masks, or null.</param>
    /// <param name="threads">Studies made at a time; 0 for one per processor.</param>
    /// <param name="progress">Told the number of studies written so far.</param>
    /// <param name="inspect">Sees each study before it is let go, one at a time; for measuring while writing.</param>
    /// <param name="cancellationToken">Looked at between studies and while writing.</param>
    /// <returns>The truth of every study, in order.</returns>
    /// <exception cref="Host.Data.DataException">A file cannot be written; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<StudyRecord> Write(
        string folder, PhantomSettings settings, long seed, int cases, TemplateLibrary? template = null, int threads = 0,
        IProgress<int>? progress = null, Action<PhantomStudy>? inspect = null, CancellationToken cancellationToken = default)
    {
        var records = new StudyRecord[Math.Max(cases, 0)];
        var gate = new Lock();
        int done = 0;
        ForEach(settings, seed, cases, Keep, template, threads, cancellationToken);
        PhantomWriter.WriteTables(folder, records, seed);
        return records;

        void Keep(int index, PhantomStudy study)
        {
            PhantomWriter.WriteStudy(folder, study, cancellationToken);
            records[index] = StudyRecord.Of(study);
            lock (gate)
            {
                inspect?.Invoke(study);
                progress?.Report(++done);
            }
        }
    }
}
