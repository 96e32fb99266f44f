namespace StrokeFramework.UNet.Training;

/// <summary>
/// The studies that a step draws from. They are a function of the step's number alone: the training waits for a study
/// whose turn it is, however long it takes to make.
/// </summary>
internal sealed class StudyPool : IDisposable
{
    private readonly IReadOnlyList<SegmentationExample> _examples;
    private readonly UNetSettings _settings;
    private readonly int _held, _capacity, _readers;
    private readonly PooledStudy?[] _slots;
    private readonly Func<int, Random> _random;
    private readonly CancellationToken _cancellation;
    private ExampleReader? _reader;
    private int _added;

    /// <param name="examples">All examples.</param>
    /// <param name="held">How many of the first are held out.</param>
    /// <param name="settings">Size and pace of the pool.</param>
    /// <param name="readers">Threads that read ahead; 0 to read in turn with learning.</param>
    /// <param name="random">The random numbers of a study read, by how many were read before it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public StudyPool(IReadOnlyList<SegmentationExample> examples, int held, UNetSettings settings, int readers, Func<int, Random> random, CancellationToken cancellation)
    {
        (_examples, _held, _settings, _readers, _random, _cancellation) = (examples, held, settings, readers, random, cancellation);
        _capacity = Math.Min(settings.PoolStudies, examples.Count - held);
        _slots = new PooledStudy?[_capacity];
    }

    /// <summary>The studies that can be drawn from now, in a fixed order.</summary>
    public IReadOnlyList<PooledStudy> Studies { get; private set; } = [];

    /// <summary>Those of them that hold a slice with lesion.</summary>
    public IReadOnlyList<PooledStudy> WithLesion { get; private set; } = [];

    /// <summary>Whether all studies there will ever be are in the pool at a step.</summary>
    public bool IsCompleteAt(int step) => _capacity == _examples.Count - _held && NeededAt(step) >= _capacity;

    /// <summary>Brings the pool to what a step draws from. Steps may be skipped, but never go back.</summary>
    public void AdvanceTo(int step)
    {
        int needed = NeededAt(step);
        if (needed == _added) return;
        if (_reader is null)
        {
            // What would have left the pool again needn't be read.
            _added = Math.Max(0, needed - _capacity);
            _reader = new(Read, _added, NeededAt(_settings.Steps - 1), _readers, _cancellation);
        }

        for (; _added < needed; _added++) _slots[_added % _capacity] = _reader.Next();
        Studies = [.. _slots.OfType<PooledStudy>().Where(s => s.Positive.Length + s.Negative.Length > 0)];
        WithLesion = [.. Studies.Where(s => s.Positive.Length > 0)];
    }

    /// <inheritdoc/>
    public void Dispose() => _reader?.Dispose();

    /// <summary>Reads a study, and smooths it to a roughness of its own: each time it comes in to another.</summary>
    private PooledStudy? Read(int number)
    {
        double roughness = _settings.Roughness * (1 + (_settings.RoughnessJitter * ((2 * _random(number).NextDouble()) - 1)));
        return PooledStudy.Of(_examples[_held + (number % (_examples.Count - _held))], _settings.WorkingSpacing, roughness);
    }

    private int NeededAt(int step)
    {
        int needed = Math.Min(_settings.FirstStudies, _capacity) + (step / _settings.StepsPerStudy);
        return _capacity == _examples.Count - _held ? Math.Min(needed, _capacity) : needed;
    }
}
