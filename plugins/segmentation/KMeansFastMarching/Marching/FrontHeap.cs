namespace StrokeFramework.KMeansFastMarching.Marching;

/// <summary>A binary heap of voxels by arrival time; equal times in the order of the voxels.</summary>
internal sealed class FrontHeap
{
    private double[] _times = new double[1024];
    private int[] _voxels = new int[1024];

    public int Count { get; private set; }

    public void Push(double time, int voxel)
    {
        if (Count == _times.Length)
        {
            Array.Resize(ref _times, 2 * Count);
            Array.Resize(ref _voxels, 2 * Count);
        }

        int at = Count++;
        while (at > 0)
        {
            int parent = (at - 1) / 2;
            if (!Before(time, voxel, _times[parent], _voxels[parent])) break;
            (_times[at], _voxels[at]) = (_times[parent], _voxels[parent]);
            at = parent;
        }

        (_times[at], _voxels[at]) = (time, voxel);
    }

    public (double Time, int Voxel) Pop()
    {
        (double time, int voxel) first = (_times[0], _voxels[0]);
        Count--;
        double time = _times[Count];
        int voxel = _voxels[Count], at = 0;
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= Count) break;
            if (child + 1 < Count && Before(_times[child + 1], _voxels[child + 1], _times[child], _voxels[child])) child++;
            if (!Before(_times[child], _voxels[child], time, voxel)) break;
            (_times[at], _voxels[at]) = (_times[child], _voxels[child]);
            at = child;
        }

        (_times[at], _voxels[at]) = (time, voxel);
        return first;
    }

    private static bool Before(double time, int voxel, double otherTime, int otherVoxel) =>
        time < otherTime || (time == otherTime && voxel < otherVoxel);
}
