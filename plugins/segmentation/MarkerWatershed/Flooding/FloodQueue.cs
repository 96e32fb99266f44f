namespace StrokeFramework.MarkerWatershed.Flooding;

/// <summary>Voxels by height, lowest first and first in first out among equals: a heap with four children per node.</summary>
internal sealed class FloodQueue
{
    private ulong[] _keys = new ulong[1024];
    private int[] _voxels = new int[1024];
    private uint _arrivals;

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a voxel.</summary>
    /// <param name="height">At least 0.</param>
    /// <param name="voxel">The voxel.</param>
    public void Push(float height, int voxel)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, 2 * Count);
            Array.Resize(ref _voxels, 2 * Count);
        }

        // The bits of numbers of at least 0 are in their order; the addition turns -0 into 0.
        ulong key = ((ulong)BitConverter.SingleToUInt32Bits(height + 0f) << 32) | _arrivals++;
        int place = Count++;
        while (place > 0)
        {
            int parent = (place - 1) >> 2;
            if (_keys[parent] <= key) break;
            (_keys[place], _voxels[place]) = (_keys[parent], _voxels[parent]);
            place = parent;
        }

        (_keys[place], _voxels[place]) = (key, voxel);
    }

    /// <summary>Takes the lowest voxel; there must be one.</summary>
    public int Pop()
    {
        int top = _voxels[0], last = --Count;
        ulong key = _keys[last];
        int voxel = _voxels[last], place = 0;
        while (true)
        {
            int child = (place << 2) + 1;
            if (child >= last) break;
            int least = child, end = Math.Min(child + 4, last);
            for (int c = child + 1; c < end; c++)
            {
                if (_keys[c] < _keys[least]) least = c;
            }

            if (_keys[least] >= key) break;
            (_keys[place], _voxels[place]) = (_keys[least], _voxels[least]);
            place = least;
        }

        (_keys[place], _voxels[place]) = (key, voxel);
        return top;
    }
}
