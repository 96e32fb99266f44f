namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>Something outlined on the slices.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Style">Its style class.</param>
/// <param name="Mask">Labels on the study's grid.</param>
/// <param name="Value">The label outlined; null outlines all but 0.</param>
internal sealed record Outline(string Label, string Style, Volume<byte> Mask, byte? Value)
{
    /// <summary>Dashed and white, with a dark casing that lifts it off bright lesions.</summary>
    public const string TruthStyle = "truth";

    /// <summary>Whether a voxel lies inside.</summary>
    public bool Contains(int voxel) => Value is { } value ? Mask.Span[voxel] == value : Mask.Span[voxel] != 0;

    /// <summary>The outlines of a segmentation, as far as it has such lesions, after the truth's.</summary>
    public static IReadOnlyList<Outline> Of(Segmentation? segmentation, Volume<byte>? truth)
    {
        var outlines = new List<Outline>();
        if (truth is not null) outlines.Add(new("truth", TruthStyle, truth, null));
        if (segmentation is null) return outlines;
        if (segmentation.Labels.Span.Contains((byte)LesionPolarity.Hyperintense))
            outlines.Add(new("lesion, brighter than brain", "hyper", segmentation.Labels, (byte)LesionPolarity.Hyperintense));
        if (segmentation.Labels.Span.Contains((byte)LesionPolarity.Hypointense))
            outlines.Add(new("lesion, darker than brain", "hypo", segmentation.Labels, (byte)LesionPolarity.Hypointense));
        return outlines;
    }
}
