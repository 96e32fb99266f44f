using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Evaluations;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Pictures;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Comparisons;

/// <summary>
/// The table of images, as Tables 4.1 to 4.5 of the thesis: a row per study and a column per technique, the same slice with
/// the outlines of truth and result.
/// </summary>
internal static class ImageTable
{
    private const int MostPixels = 288;

    /// <summary>Writes the table where there are pictures.</summary>
    public static void Write(MarkupWriter w, ComparisonResult result, SegmentationComparison comparison, EvaluationResult data)
    {
        if (result.Pictures.Count == 0) return;
        w.WriteLine($"<section id=\"images\" class=\"pictures\"><h2>Images{EvaluationText.Tag(data)}</h2>");
        IReadOnlyList<Outline> all = [.. result.Pictures.SelectMany(p => p.Segmentations.Values.SelectMany(s => Outline.Of(s, p.Truth))).DistinctBy(o => o.Style)];
        ContactSheet.WriteLegend(w, all);
        w.WriteLine($"<div class=\"images\">");
        TableWriter.Begin(w, ["Study", "DWI", .. comparison.Techniques]);
        foreach ((int row, ComparedPicture picture) in result.Pictures.Index()) WriteRow(w, row, picture, comparison);
        TableWriter.End(w);
        w.WriteLine($"</div><p class=\"notice measure\">The studies were chosen by their truth alone, from the middle of the range of lesion volumes of their type, unless they were asked for by name; the slice is the one with the largest truth. Under each picture its index and height, and the Dice coefficient of the whole study. Radiological convention: the patient’s right (R) is on the left, anterior is up.</p></section>");
    }

    private static void WriteRow(MarkupWriter w, int row, ComparedPicture picture, SegmentationComparison comparison)
    {
        var view = new RadiologicalView(picture.Image.Geometry);
        IntensityWindow window = IntensityWindow.Of(picture.Image);
        byte[] marked = Mark(picture);
        PictureFrame frame = PictureFrame.Around(view, picture.Image.Span, window.HeadThreshold, marked);
        int slice = Fullest(view, picture.Truth.Span.ContainsAnyExcept((byte)0) ? picture.Truth.Span : marked);
        int factor = SlicePicture.FactorOf(frame, MostPixels);
        string id = $"image-{NumberText.Of(row)}";
        w.Write($"<tr><td class=\"key\">{picture.Study}<small>{picture.StrokeType}</small></td><td>");
        ContactSheet.Write(w, $"{picture.Study}, DWI", frame, [slice], "", s => w.Write($"<image id=\"{id}\" width=\"{Covered(frame.Width)}\" height=\"{Covered(frame.Height)}\" preserveAspectRatio=\"none\" href=\"{SlicePicture.Gray(frame, s, picture.Image, window, MostPixels)}\"/>"), []);
        w.Write($"</td>");
        foreach (string technique in comparison.Techniques)
        {
            w.Write($"<td>");
            ContactSheet.Write(w, $"{picture.Study}, {technique}", frame, [slice], "", _ => w.Write($"<use href=\"#{id}\"/>"), Outline.Of(picture.Segmentations.GetValueOrDefault(technique), picture.Truth));
            SegmentationResult figures = comparison.Summary.Result.Segmentations.First(s => s.Study == picture.Study && s.Output == technique);
            w.Write($"<small>{(figures.HasLesion ? $"Dice {NumberText.Fixed(figures.Metrics.Overlap.Dice, 3)}" : $"{NumberText.Fixed(figures.Metrics.Volume, 2)} ml false")}</small></td>");
        }

        w.WriteLine($"</tr>");

        int Covered(int voxels) => (voxels + factor - 1) / factor * factor;
    }

    private static byte[] Mark(ComparedPicture picture)
    {
        byte[] marked = picture.Truth.Span.ToArray();
        foreach (Segmentation segmentation in picture.Segmentations.Values)
        {
            ReadOnlySpan<byte> labels = segmentation.Labels.Span;
            for (int v = 0; v < marked.Length; v++) marked[v] |= labels[v];
        }

        return marked;
    }

    private static int Fullest(RadiologicalView view, ReadOnlySpan<byte> marked)
    {
        int best = view.Slices / 2, most = 0;
        for (int slice = 0; slice < view.Slices; slice++)
        {
            int count = 0;
            for (int row = 0; row < view.Height; row++)
            {
                for (int column = 0; column < view.Width; column++) count += marked[view.VoxelAt(slice, column, row)] != 0 ? 1 : 0;
            }

            if (count > most) (best, most) = (slice, count);
        }

        return best;
    }
}
