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

    /// <summary>The boxes of detectors.</summary>
    public const string BoxStyle = "box";

    // Boxes that score less are many, and would hide the picture.
    private const double LeastScore = 0.5;

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

    /// <summary>The boxes of each detector that score 0.5 or more; where boxes meet, what they cover together.</summary>
    public static IEnumerable<Outline> OfDetections(IReadOnlyList<StudyDetections> outputs, VolumeGeometry geometry)
    {
        foreach (StudyDetections output in outputs)
        {
            var inside = new byte[geometry.Size.Count];
            bool any = false;
            foreach (SliceBox box in output.Detections.Where(d => d.Score >= LeastScore).Select(d => d.Box))
            {
                int fromI = First(box.MinI), toI = Last(box.MaxI, geometry.Size.I), fromJ = First(box.MinJ), toJ = Last(box.MaxJ, geometry.Size.J);
                for (int j = fromJ; j <= toJ; j++)
                {
                    for (int i = fromI; i <= toI; i++) inside[i + (geometry.Size.I * (j + ((long)geometry.Size.J * box.Slice)))] = 1;
                }

                any = true;
            }

            if (any) yield return new(outputs.Count > 1 ? $"box of {output.Name}, score 0.5 and more" : "box, score 0.5 and more", BoxStyle, new Volume<byte>(geometry, inside), null);
        }

        static int First(double edge) => Math.Max(0, (int)Math.Floor(edge + 0.5));

        static int Last(double edge, int size) => Math.Min(size - 1, (int)Math.Ceiling(edge - 0.5));
    }
}
