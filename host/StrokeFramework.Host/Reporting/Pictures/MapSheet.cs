using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>A map that a method wants shown: a few slices in color, with a key of labels or a color bar.</summary>
internal static class MapSheet
{
    private const int MostPixels = 160;
    private const int MostLabels = 12;
    private const int MostSamples = 100_000;

    /// <summary>Writes the slices and the key.</summary>
    public static void Write(MarkupWriter w, MapDiagnostic map, StudyPictures pictures)
    {
        bool onGrid = pictures.Frame.View.Geometry.DescribeMismatch(map.Values.Geometry) is null;
        PictureFrame frame = onGrid ? pictures.Frame : PictureFrame.Whole(new(map.Values.Geometry));
        IReadOnlyList<int> slices = onGrid ? pictures.FewSlices : [.. Enumerable.Range(0, frame.View.Slices).Where(s => s % Math.Max(1, (frame.View.Slices + 3) / 4) == 0)];
        float[] labels = map.Unit.Length == 0 ? LabelsOf(map.Values.Span) : [];
        (byte[] palette, Func<float, int?> placeOf, Action key) = labels.Length > 0 ? ForLabels(w, labels) : ForValues(w, map);

        int factor = SlicePicture.FactorOf(frame, MostPixels), width = Covered(frame.Width), height = Covered(frame.Height);
        ContactSheet.Write(w, map.Name, frame, slices, "map", slice => w.Write(
            $"<image width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" href=\"{SlicePicture.Colored(frame, slice, map.Values, palette, placeOf, MostPixels)}\"/>"), []);
        key();

        int Covered(int voxels) => (voxels + factor - 1) / factor * factor;
    }

    private static (byte[] Palette, Func<float, int?> PlaceOf, Action Key) ForLabels(MarkupWriter w, float[] labels)
    {
        // Zero is "nothing" in every label map: it takes the blank.
        float[] shown = [.. labels.Where(l => l != 0)];
        return (ColorMap.Labels, value => Array.IndexOf(shown, value) is var at and >= 0 ? at : null, () =>
        {
            w.Write($"<div class=\"legend\">");
            for (int n = 0; n < shown.Length; n++) w.Write($"<span><i class=\"swatch\" style=\"background:{ColorMap.Hex(ColorMap.Labels, n)}\"></i>{NumberText.Of(shown[n])}</span>");
            w.WriteLine($"</div>");
        }
        );
    }

    private static (byte[] Palette, Func<float, int?> PlaceOf, Action Key) ForValues(MarkupWriter w, MapDiagnostic map)
    {
        IntensityRange range = IntensityRange.Of(map.Values.Span, MostSamples);
        return (ColorMap.Sequential, value => float.IsFinite(value) ? ColorMap.Place(range.Fraction(value)) : null, () =>
            w.WriteLine($"<div class=\"colorbar\">{NumberText.Of(range.Low, map.Unit, 3)}<img alt=\"\" src=\"{ColorBar.FlatPicture}\">{NumberText.Of(range.High, map.Unit, 3)}</div>"));
    }

    // The distinct values in rising order when they are a few whole numbers; empty otherwise.
    private static float[] LabelsOf(ReadOnlySpan<float> values)
    {
        var found = new SortedSet<float>();
        float last = float.NaN;
        foreach (float value in values)
        {
            if (float.IsNaN(value) || value == last) continue;
            last = value;
            if (value != MathF.Truncate(value) || float.IsInfinity(value)) return [];
            if (found.Add(value) && found.Count > MostLabels) return [];
        }

        return [.. found];
    }
}
