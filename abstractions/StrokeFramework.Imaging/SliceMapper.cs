namespace StrokeFramework.Imaging;

/// <summary>
/// Runs a function over the slices of a study across the axis nearest to superior, whatever the orientation in which
/// the volume is stored, and puts the results together on the study's own grid. Slices run in parallel as
/// <see cref="StageContext.For"/> allows; since each writes its own part, the result doesn't depend on the threads.
/// </summary>
public sealed class SliceMapper
{
    private readonly ReadOnlyMemory<float> _dwi;
    private readonly ReadOnlyMemory<byte> _brain;
    private readonly ReadOnlyMemory<float> _adc;

    /// <summary>Prepares a study.</summary>
    public SliceMapper(DiffusionStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        Grid = new(study.Geometry);
        _dwi = Grid.Reorder(study.Dwi.Voxels);
        _adc = study.Adc is null ? default : Grid.Reorder(study.Adc.Voxels);
        _brain = study.BrainMask is null ? AllOnes(study.Dwi.Voxels.Length) : Grid.Reorder(study.BrainMask.Voxels);
    }

    /// <summary>The order in which the voxels are handed out.</summary>
    public CanonicalGrid Grid { get; }

    /// <summary>The whole volume in canonical order.</summary>
    public StudySlab Volume => new(0, Grid.Size, Grid.Spacing, _dwi, _brain, _adc);

    /// <summary>One slice in canonical order.</summary>
    /// <param name="index">Its number, counted from inferior.</param>
    public StudySlab Slice(int index)
    {
        int count = Grid.Size.SliceCount, start = index * count;
        return new(index, Grid.Size with { K = 1 }, Grid.Spacing, _dwi.Slice(start, count), _brain.Slice(start, count), _adc.IsEmpty ? default : _adc.Slice(start, count));
    }

    /// <summary>Runs a function over every slice.</summary>
    /// <param name="context">Threads, cancellation and progress.</param>
    /// <param name="function">Called once per slice, from several threads.</param>
    /// <returns>The results on the study's grid.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Volume<T> MapSlices<T>(StageContext context, SlabFunction<T> function)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(function);
        var result = new T[_dwi.Length];
        int count = Grid.Size.SliceCount;
        context.For(0, Grid.Size.K, k => function(Slice(k), result.AsSpan(k * count, count)));
        return Grid.Restore<T>(result);
    }

    /// <summary>Runs a function once, over the whole volume.</summary>
    /// <param name="context">Cancellation and progress.</param>
    /// <param name="function">Called once.</param>
    /// <returns>The result on the study's grid.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Volume<T> MapVolume<T>(StageContext context, SlabFunction<T> function)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(function);
        context.CancellationToken.ThrowIfCancellationRequested();
        var result = new T[_dwi.Length];
        function(Volume, result);
        context.Progress?.Report(1);
        return Grid.Restore<T>(result);
    }

    private static byte[] AllOnes(int count)
    {
        var ones = new byte[count];
        Array.Fill(ones, (byte)1);
        return ones;
    }
}
