using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Training;

/// <summary>A mask with its components and the lesions that are large enough.</summary>
/// <param name="Mask">The mask; any value but 0 is inside.</param>
/// <param name="Components">Its 26-connected components.</param>
/// <param name="Lesions">Those that count as lesions.</param>
internal sealed record LabelledMask(Volume<byte> Mask, ComponentLabels Components, LesionSet Lesions)
{
    /// <summary>Labels a segmentation.</summary>
    public static LabelledMask Of(Segmentation segmentation, double minimumLesionVolume)
    {
        ComponentLabels components = ConnectedComponents.Label(segmentation.Labels.Span, segmentation.Geometry.Size, Connectivity.Full);
        return new(segmentation.Labels, components, LesionFinder.Find(segmentation, components, minimumLesionVolume));
    }

    /// <summary>Labels a truth mask, all of which counts as hyper-intense.</summary>
    public static LabelledMask OfTruth(Volume<byte> mask, double minimumLesionVolume)
    {
        var labels = new byte[mask.Span.Length];
        for (int v = 0; v < labels.Length; v++) labels[v] = mask.Span[v] != 0 ? (byte)LesionPolarity.Hyperintense : (byte)0;
        return Of(new Segmentation(new Volume<byte>(mask.Geometry, labels)), minimumLesionVolume);
    }
}
