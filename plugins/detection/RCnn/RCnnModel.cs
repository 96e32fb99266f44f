using StrokeFramework.RCnn.Images;
using StrokeFramework.RCnn.Network;

namespace StrokeFramework.RCnn;

/// <summary>A trained network.</summary>
internal sealed class RCnnModel : IDetectorModel
{
    private readonly byte[] _content;
    private readonly RCnnNetwork _network;
    private readonly DetectionRule _rule;

    /// <summary>Wraps a network.</summary>
    /// <param name="content">What <see cref="ModelFormat"/> wrote, from which the network was read: in memory it is what it will be in the file.</param>
    /// <param name="network">The network.</param>
    /// <param name="rule">Which boxes are told.</param>
    public RCnnModel(byte[] content, RCnnNetwork network, DetectionRule rule) => (_content, _network, _rule) = (content, network, rule);

    /// <summary>What the network is.</summary>
    public Architecture Architecture => _network.Architecture;

    /// <summary>Its weights; they are its own, not copies.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights => NetworkWeights.Of(_network);

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => Architecture.Classes;

    /// <inheritdoc/>
    public IReadOnlyList<Detection> Detect(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        NetworkThreads.Use(1);
        if (study.Geometry.SuperiorAxis != 2 && study.Geometry.Size.K > 1)
            context.Log?.Warning("The slices are not axial ones, which the network was trained on. Trust its boxes less.");
        if (StudySlices.Of(study, Architecture.Channels, Architecture.Spacing, Architecture.Slices) is not { } slices) return [];
        var found = new Detection[slices.Size.K][];
        context.For(0, found.Length, k =>
        {
            // Whichever thread this is, one thread for an operation: then sums have the same order, and the same bits.
            NetworkThreads.Use(1);
            using DisposeScope scope = NewDisposeScope();
            found[k] = [.. PictureDetector.Find(_network, slices.Picture(k), _rule).Select(b => new Detection(slices.Frame.ToVoxels(b.Box, k), Classes[b.Class], b.Score)).Where(d => d.Box is { Width: > 0, Height: > 0 })];
        });

        // Stable: of equal scores, by slice and within it as found.
        return [.. found.SelectMany(f => f).OrderByDescending(d => d.Score)];
    }

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(_content);
    }
}
