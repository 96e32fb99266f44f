using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Pictures;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>The study's images with the first segmentation and the truth outlined, then the first image once more for each other segmentation.</summary>
internal static class ImageSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(MarkupWriter w, StudyReport report, StudyPictures pictures)
    {
        Segmentation? shown = report.Segmentations.Count > 0 ? report.Segmentations[0].Segmentation : null;
        IReadOnlyList<Outline> outlines = [.. Outline.Of(shown, report.Truth), .. Outline.OfDetections(report.Detections, report.Images[0].Volume.Geometry)];
        w.WriteLine($"<section id=\"images\" class=\"pictures\">");
        w.WriteLine($"<h2>Images</h2>");
        ContactSheet.WriteLegend(w, outlines);
        for (int n = 0; n < report.Images.Count; n++)
        {
            StudyImage image = report.Images[n];
            IntensityWindow window = pictures.WindowOf(n);
            w.WriteLine($"<div class=\"row\"><h3>{Heading(image.Name, report, n)}</h3><span class=\"dim\">black {NumberText.Of(window.Low, 3)}, white {NumberText.Of(window.High, image.Unit, 3)}</span></div>");
            pictures.WriteSheet(w, n, outlines);
        }

        WriteLayout(w, pictures);
        w.WriteLine($"</section>");
        foreach (StudySegmentation other in report.Segmentations.Skip(1)) WriteOther(w, report, pictures, other);
    }

    private static string Heading(string image, StudyReport report, int n) =>
        n == 0 && report.Segmentations.Count > 1 ? $"{image}, outlined: {report.Segmentations[0].Name}" : image;

    private static void WriteLayout(MarkupWriter w, StudyPictures pictures)
    {
        RadiologicalView view = pictures.Frame.View;
        string marked = pictures.LesionSlices > 0 ? $"; {NumberText.Of(pictures.LesionSlices)} of all have an outline" : "";
        w.WriteLine($"<p class=\"notice under\">Radiological convention: the patient’s right (R) is on the left of each picture, anterior is up. ");
        w.WriteLine($"Under each slice its index along axis {"ijk"[view.SliceAxis].ToString()} and the height of its center in scanner space. ");
        w.WriteLine($"{pictures.Slices.Count} of {view.Slices} slices are shown{marked}. Voxels are {NumberText.Of(view.PixelWidth, 3)} × {NumberText.Of(view.PixelHeight, 3)} mm, slices {NumberText.Of(view.Geometry.Spacing[view.SliceAxis], 3)} mm apart.</p>");
    }

    private static void WriteOther(MarkupWriter w, StudyReport report, StudyPictures pictures, StudySegmentation other)
    {
        IReadOnlyList<Outline> outlines = Outline.Of(other.Segmentation, report.Truth);
        w.WriteLine($"<section class=\"pictures\"><div class=\"row\"><h3>{report.Images[0].Name}, outlined: {other.Name}</h3><span class=\"dim\">{HeadSection.Finding(other.Lesions)}</span></div>");
        ContactSheet.WriteLegend(w, outlines);
        pictures.WriteSheet(w, 0, outlines);
        w.WriteLine($"</section>");
    }
}
