namespace StrokeFramework.RCnn.Network;

/// <summary>Names what is in boxes.</summary>
internal abstract class RegionHead(string name) : nn.Module(name)
{
    /// <summary>Looks at boxes.</summary>
    /// <param name="picture">[1, channels, rows, columns].</param>
    /// <param name="maps">The trunk's.</param>
    /// <param name="boxes">[n, 4], in pixels.</param>
    /// <returns>
    /// Logits of the classes and, last, of background, [n, classes + 1]; and for each class how its box differs,
    /// [n, classes, 4], or null when boxes stay as they are.
    /// </returns>
    public abstract (Tensor Logits, Tensor? Codes) Look(Tensor picture, Tensor[] maps, Tensor boxes);
}
