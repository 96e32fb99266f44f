using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Pictures;
using StrokeFramework.Host.Reporting.Sections;
using StrokeFramework.Host.Training;

namespace StrokeFramework.Host.Reporting;

/// <summary>
/// Writes a page of slices of two kinds of studies in random order, each kind told only by a caption that has to be
/// opened: how synthetic images are judged by eye. One HTML file without script; the same studies give the same bytes.
/// </summary>
public static class GalleryWriter
{
    // What exceeds this, in mm²/s, is free water, or noise where there is no signal.
    private const double WhiteAdc = 0.0030;
    private const int MostPixels = 256;

    /// <summary>Writes a page as UTF-8.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="studies">The studies, each with what its caption says of its kind.</param>
    /// <param name="seed">Seed of the order.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(string title, IReadOnlyList<(LabelledStudy Study, string Kind)> studies, int seed, Stream stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(stream);
        using StreamWriter text = MarkupWriter.Open(stream);
        var w = new MarkupWriter(text);
        ReportPage.Begin(w, title);
        w.WriteLine($"<header><h1>{title}</h1><p class=\"finding\">Which are which?</p>");
        w.WriteLine($"<p>{studies.Count} studies in random order: {Kinds(studies)}. Of each the slice with most lesion and one low in the head, where artifacts are: DWI, the same with the outline of the lesion, and the ADC map (white at {1000 * WhiteAdc:0.0}·10⁻³ mm²/s). The caption is the answer.</p></header>");
        w.WriteLine($"<main>");
        (LabelledStudy Study, string Kind)[] order = [.. studies];
        new Random(seed).Shuffle(order);
        for (int n = 0; n < order.Length; n++) WriteStudy(w, n + 1, order[n].Study, order[n].Kind);
        w.WriteLine($"</main>");
        ReportPage.End(w);
    }

    private static void WriteStudy(MarkupWriter w, int number, LabelledStudy study, string kind)
    {
        var view = new RadiologicalView(study.Study.Geometry);
        IntensityWindow window = IntensityWindow.Of(study.Study.Dwi);
        PictureFrame frame = PictureFrame.Around(view, study.Study.Dwi.Span, window.HeadThreshold, study.Truth.Span);
        int[] slices = [.. new[] { Fullest(view, study.Truth), Low(view, study.Study.Dwi, window.HeadThreshold) }.Distinct()];
        IReadOnlyList<Outline> outlines = Outline.Of(null, study.Truth);
        w.WriteLine($"<section><h3>{number}</h3><div class=\"side-by-side\">");
        Sheet(study.Study.Dwi, window, "DWI", []);
        Sheet(study.Study.Dwi, window, "DWI with lesion", outlines);
        if (study.Study.Adc is { } adc) Sheet(adc, new(0, WhiteAdc), "ADC map", []);
        w.WriteLine($"</div><details><summary>Which is it?</summary><p>{kind}: {study.Name}</p></details></section>");

        void Sheet(Volume<float> image, IntensityWindow range, string name, IReadOnlyList<Outline> drawn)
        {
            w.WriteLine($"<div>");
            ContactSheet.Write(w, name, frame, slices, "pair", slice => w.Write($"<image width=\"{frame.Width}\" height=\"{frame.Height}\" preserveAspectRatio=\"none\" href=\"{SlicePicture.Gray(frame, slice, image, range, MostPixels)}\"/>"), drawn);
            w.WriteLine($"</div>");
        }
    }

    private static string Kinds(IReadOnlyList<(LabelledStudy Study, string Kind)> studies) =>
        string.Join(", ", studies.GroupBy(s => s.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));

    // The slice with most lesion; without one, the middle slice.
    private static int Fullest(RadiologicalView view, Volume<byte> truth)
    {
        int[] counts = Counts(view, v => truth.Span[v] != 0);
        return counts.Max() == 0 ? counts.Length / 2 : Array.IndexOf(counts, counts.Max());
    }

    // A quarter of the head's height above its lowest slice: about the petrous bones.
    private static int Low(RadiologicalView view, Volume<float> dwi, double head)
    {
        int[] counts = Counts(view, v => dwi.Span[v] > head);
        int[] filled = [.. Enumerable.Range(0, counts.Length).Where(s => counts[s] >= counts.Max() / 4)];
        int place = filled.Length / 4;
        return filled[view.RisesWithIndex ? place : filled.Length - 1 - place];
    }

    private static int[] Counts(RadiologicalView view, Func<int, bool> counts)
    {
        var result = new int[view.Slices];
        for (int slice = 0; slice < result.Length; slice++)
        {
            for (int row = 0; row < view.Height; row++)
            {
                for (int column = 0; column < view.Width; column++)
                {
                    if (counts(view.VoxelAt(slice, column, row))) result[slice]++;
                }
            }
        }

        return result;
    }
}
