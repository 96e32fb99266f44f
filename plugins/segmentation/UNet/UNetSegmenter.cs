using StrokeFramework.UNet.Training;

namespace StrokeFramework.UNet;

/// <summary>Finds lesions by a U-Net that looks at three neighboring slices of DWI and ADC map at a time.</summary>
[Stage("unet", "1.0.0",
    Title = "U-Net",
    Description = "Learned segmentation: a convolutional network judges each slice with its two neighbors, on the DWI and, where there is one, the ADC map. Takes studies of any grid as they come, with or without skull. Trained by 'stroke train' on studies with true masks, or on synthetic ones.",
    Citation = "Ronneberger et al. 2015, doi:10.1007/978-3-319-24574-4_28")]
public sealed class UNetSegmenter : LearnedSegmenter<UNetSettings>
{
    /// <inheritdoc/>
    public override ISegmenterModel Train(IReadOnlyList<SegmentationExample> examples, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(context);
        return new UNetTrainer(Parameters, examples, context).Train();
    }

    /// <inheritdoc/>
    public override ISegmenterModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return UNetModel.Read(stream, Parameters);
    }
}
