using System.Collections;

namespace StrokeFramework.Host.Training;

/// <summary>A list whose items are made anew each time one is read.</summary>
internal sealed class LazyList<T>(int count, Func<int, T> make) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => (uint)index < (uint)count ? make(index) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator()
    {
        for (int n = 0; n < count; n++) yield return make(n);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
