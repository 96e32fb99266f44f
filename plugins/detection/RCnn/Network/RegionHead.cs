namespace StrokeFramework.RCnn.Network;

/// <summary>Names what is in boxes.</summary>
internal abstract class RegionHead(string name) : nn.Module(name)
{
    /// <summary>Whether what is read comes from the trunk's maps, and the trunk learns through it.</summary>
    public abstract bool ReadsMaps { get; }

    /// <summary>The layer that ends in the logits, background last.</summary>
    protected abstract TorchSharp.Modules.Linear Logits { get; }

    /// <summary>Reads what is in boxes; nothing is learned through it.</summary>
    /// <param name="picture">[channels, rows, columns].</param>
    /// <param name="maps">The trunk's.</param>
    /// <param name="boxes">Four numbers each, in pixels; at least one.</param>
    /// <returns>What <see cref="Name"/> takes.</returns>
    public abstract Tensor Read(Tensor picture, IReadOnlyList<FeatureMap> maps, ReadOnlySpan<float> boxes);

    /// <summary>The derivative of <see cref="Read"/>: adds to the maps what their readers ask for.</summary>
    /// <param name="maps">The trunk's.</param>
    /// <param name="boxes">Those that were read.</param>
    /// <param name="gradient">By what was read.</param>
    public virtual void Return(IReadOnlyList<FeatureMap> maps, ReadOnlySpan<float> boxes, Tensor gradient)
    {
    }

    /// <summary>Names what was read in n boxes.</summary>
    /// <returns>
    /// Logits of the classes and, last, of background, [n, classes + 1]; and for each class how its box differs,
    /// [n, classes, 4], or null when boxes stay as they are.
    /// </returns>
    public abstract (Tensor Logits, Tensor? Codes) Name(Tensor read);

    /// <summary>Makes background more likely everywhere, or less.</summary>
    /// <param name="logit">What its logit grows by.</param>
    public void RaiseBackground(double logit)
    {
        using IDisposable still = no_grad();
        Span<float> offsets = Logits.bias!.Floats();
        offsets[^1] += (float)logit;
    }
}
