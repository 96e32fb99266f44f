using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>Slices side by side, each with its index, its position and the outlines of what was found.</summary>
internal static class ContactSheet
{
    /// <summary>Writes a sheet.</summary>
    /// <param name="w">Where to.</param>
    /// <param name="name">What is shown, for readers who cannot see it.</param>
    /// <param name="frame">The part of the slices shown.</param>
    /// <param name="slices">The slices, in order.</param>
    /// <param name="style">Further style class, or empty.</param>
    /// <param name="picture">Writes the picture of a slice in a system whose unit is a voxel.</param>
    /// <param name="outlines">What is outlined.</param>
    public static void Write(MarkupWriter w, string name, PictureFrame frame, IReadOnlyList<int> slices, string style, Action<int> picture, IReadOnlyList<Outline> outlines)
    {
        RadiologicalView view = frame.View;
        double width = frame.Width * view.PixelWidth, height = frame.Height * view.PixelHeight, letter = 0.065 * Math.Max(width, height);
        w.WriteLine($"<div class=\"sheet {style}\">");
        foreach (int slice in slices)
        {
            w.Write($"<figure><svg viewBox=\"0 0 {width:0.##} {height:0.##}\" role=\"img\" aria-label=\"{name}, slice {slice}\"><g transform=\"scale({view.PixelWidth:0.####} {view.PixelHeight:0.####})\">");
            picture(slice);
            foreach (Outline outline in outlines)
            {
                RawMarkup path = MaskOutline.Trace(frame.Width, frame.Height, (x, y) => outline.Contains(view.VoxelAt(slice, frame.Left + x, frame.Top + y)));
                if (path.Text.Length == 0) continue;
                if (outline.Style == Outline.TruthStyle) w.Write($"<path class=\"outline casing\" d=\"{path}\"/>");
                w.Write($"<path class=\"outline {outline.Style}\" d=\"{path}\"/>");
            }

            w.Write($"</g><text class=\"side\" x=\"{0.3 * letter:0.##}\" y=\"{(height / 2) + (0.35 * letter):0.##}\" font-size=\"{letter:0.##}\">R</text></svg>");
            w.WriteLine($"<figcaption><b>{slice}</b><span>{NumberText.Fixed(view.PositionOf(slice), 1)} mm</span></figcaption></figure>");
        }

        w.WriteLine($"</div>");
    }

    /// <summary>Writes the key of outlines and, where there is something to hide, the switch that hides them.</summary>
    public static void WriteLegend(MarkupWriter w, IReadOnlyList<Outline> outlines)
    {
        if (outlines.Count == 0) return;
        w.WriteLine($"<div class=\"legend\">");
        foreach (Outline outline in outlines)
        {
            w.Write($"<span><svg viewBox=\"0 0 30 18\" aria-hidden=\"true\">");
            if (outline.Style == Outline.TruthStyle) w.Write($"<path class=\"outline casing\" d=\"M4 9h22\"/>");
            w.WriteLine($"<path class=\"outline {outline.Style}\" d=\"M4 9h22\"/></svg>{outline.Label}</span>");
        }

        w.WriteLine($"<label><input class=\"toggle\" type=\"checkbox\" checked>outlines</label></div>");
    }
}
