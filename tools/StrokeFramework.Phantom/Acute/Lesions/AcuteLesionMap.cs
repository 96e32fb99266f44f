namespace StrokeFramework.Phantom;

/// <summary>All lesions of a training volume together: the largest fraction of any, and that lesion's severity.</summary>
internal sealed class AcuteLesionMap(AcuteWorkspace memory)
{
    /// <summary>Fraction of lesion, in [0, 1].</summary>
    public float[] Fraction => memory.Lesion;

    /// <summary>Whether anything was put in.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Puts a voxel of a lesion in; where lesions overlap, the fuller one counts.</summary>
    public void Add(int v, float fraction, float severity)
    {
        if (fraction <= memory.Lesion[v]) return;
        memory.Lesion[v] = fraction;
        memory.Severity[v] = severity;
        IsEmpty = false;
    }

    /// <summary>How far a voxel has changed from normal tissue, in [0, 1].</summary>
    public float Change(int v) => Math.Clamp(memory.Lesion[v] * memory.Severity[v], 0, 1);
}
