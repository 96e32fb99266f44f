namespace StrokeFramework.RCnn.Network;

/// <summary>Makes feature maps of a picture.</summary>
internal abstract class Trunk(string name) : nn.Module<Tensor, Tensor[]>(name)
{
    /// <summary>Channels of every map.</summary>
    public abstract int Channels { get; }

    /// <summary>Pixels from one cell to the next, for each map; cell 0 lies on pixel 0.</summary>
    public abstract IReadOnlyList<int> Strides { get; }
}
