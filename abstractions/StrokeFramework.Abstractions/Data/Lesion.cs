namespace StrokeFramework;

/// <summary>One connected lesion: a 26-connected component of a mask in 3-D.</summary>
public sealed class Lesion
{
    /// <summary>Creates a lesion.</summary>
    /// <param name="number">Its number in the study, from 1, largest first.</param>
    /// <param name="polarity">What most of its voxels are labelled.</param>
    /// <param name="voxels">Linear voxel indices in ascending order, at least one.</param>
    /// <param name="volume">Volume in mm³.</param>
    public Lesion(int number, LesionPolarity polarity, ReadOnlyMemory<int> voxels, double volume)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        if (voxels.IsEmpty) throw new ArgumentException("A lesion has at least one voxel.", nameof(voxels));
        (Number, Polarity, Voxels, Volume) = (number, polarity, voxels, volume);
    }

    /// <summary>The lesion's number in the study, from 1, largest first.</summary>
    public int Number { get; }

    /// <summary>What most of its voxels are labelled.</summary>
    public LesionPolarity Polarity { get; }

    /// <summary>Linear voxel indices in ascending order.</summary>
    public ReadOnlyMemory<int> Voxels { get; }

    /// <summary>Volume in mm³.</summary>
    public double Volume { get; }
}
