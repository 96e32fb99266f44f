namespace StrokeFramework.Imaging;

/// <summary>Runs of foreground along i with a union-find forest over them; a root is the lowest run of its tree.</summary>
internal sealed class RunList
{
    private int[] _start = new int[256];
    private int[] _end = new int[256];
    private int[] _parent = new int[256];

    public int Count { get; private set; }

    public int Start(int run) => _start[run];

    public int Length(int run) => _end[run] - _start[run];

    public void Add(int start, int end)
    {
        if (Count == _start.Length)
        {
            Array.Resize(ref _start, 2 * Count);
            Array.Resize(ref _end, 2 * Count);
            Array.Resize(ref _parent, 2 * Count);
        }

        (_start[Count], _end[Count], _parent[Count]) = (start, end, Count);
        Count++;
    }

    public int Root(int run)
    {
        while (_parent[run] != run)
        {
            _parent[run] = _parent[_parent[run]];
            run = _parent[run];
        }

        return run;
    }

    /// <summary>Joins the runs of two rows that overlap, or that come within <paramref name="reach"/> of each other.</summary>
    public void JoinRows(int[] rows, int row, int other, int reach)
    {
        int a = rows[row], b = rows[other];
        while (a < rows[row + 1] && b < rows[other + 1])
        {
            if (_start[a] < _end[b] + reach && _start[b] < _end[a] + reach) Join(a, b);
            if (_end[a] < _end[b]) a++;
            else b++;
        }
    }

    private void Join(int a, int b)
    {
        int x = Root(a), y = Root(b);
        if (x < y) _parent[y] = x;
        else _parent[x] = y;
    }
}
