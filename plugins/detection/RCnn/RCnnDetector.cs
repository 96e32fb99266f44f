using StrokeFramework.RCnn.Network;
using StrokeFramework.RCnn.Training;

namespace StrokeFramework.RCnn;

/// <summary>
/// Finds lesions in slices by a region-based convolutional network and names their stroke type: one network proposes boxes,
/// another looks closer at each.
/// </summary>
[Stage("rcnn", "1.0.0",
    Title = "R-CNN detector",
    Description = "Finds lesions slice by slice as boxes with a stroke type and a score, by a region proposal network and a network that looks closer at each proposal. It has to be trained; the model that comes with the program was trained on synthetic images.",
    Citation = "Mohd Noor 2020, Stroke Lesion Segmentation and Classification for Diffusion-Weighted Imaging, MSc thesis, UTeM, http://eprints.utem.edu.my/id/eprint/25380/; Ren et al. 2015, doi:10.1109/TPAMI.2016.2577031; Lin et al. 2017, doi:10.1109/CVPR.2017.106; He et al. 2017, doi:10.1109/ICCV.2017.322")]
public sealed class RCnnDetector : Detector<RCnnSettings>
{
    /// <inheritdoc/>
    public override IDetectorModel Train(IReadOnlyList<DetectionExample> examples, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(context);
        if (examples.Count == 0) throw new StageException("There is no study to learn from. Give studies with true masks.");
        double smallest = Parameters.SmallestAnchor, factor = Parameters.AnchorFactor;
        var architecture = new Architecture(Parameters.Mode, Parameters.Channels, Parameters.Spacing, [smallest, smallest * factor, smallest * factor * factor], Parameters.Width, StrokeTypes.All, Parameters.Slices);
        IReadOnlyDictionary<string, Tensor>? initial = null;
        if (context.Training?.Initial is { } model)
        {
            if (model is not RCnnModel start || !start.Architecture.Fits(architecture))
                throw new StageException("The model to start from is of another network: 'mode', 'channels', 'slices', 'spacing', 'smallestAnchor', 'anchorFactor' and 'width' must be as they were when it was trained.");
            initial = start.Weights;
        }

        using var network = new RCnnNetwork(architecture);
        new Trainer(Parameters, network, context).Train(examples, initial);
        using var content = new MemoryStream(ModelFormat.Write(network), writable: false);
        return Load(content);
    }

    /// <inheritdoc/>
    public override IDetectorModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        (byte[] content, RCnnNetwork network) = ModelFormat.Read(stream);
        return new RCnnModel(content, network, DetectionRule.Of(Parameters));
    }

    /// <inheritdoc/>
    protected override void CheckSettings(RCnnSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Slices % 2 == 0) throw new ArgumentException($"'slices' ({settings.Slices}) must be 1, or 3 for a slice and its neighbors.", nameof(settings));
        if (settings.Width % 8 != 0) throw new ArgumentException($"'width' ({settings.Width}) must be a multiple of 8.", nameof(settings));
    }
}
