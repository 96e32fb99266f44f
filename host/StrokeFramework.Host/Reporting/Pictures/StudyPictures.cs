using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>
/// The slices of one study: which are shown, which part of them, and the pictures, each of which stands in the page
/// once, however often it is shown.
/// </summary>
internal sealed class StudyPictures
{
    private const int MostSlices = 12;
    private const int LeastSlices = 6;
    private const int MostFewSlices = 4;
    private const int MostPixels = 288;
    private readonly StudyReport _report;
    private readonly HashSet<string> _written = [];

    /// <summary>Chooses slices and frame.</summary>
    public StudyPictures(StudyReport report)
    {
        _report = report;
        StudyImage first = report.Images[0];
        IReadOnlyList<Volume<byte>> masks = [.. report.Segmentations.Select(s => s.Segmentation.Labels), .. report.Truth is { } truth ? [truth] : Array.Empty<Volume<byte>>()];
        var view = new RadiologicalView(first.Volume.Geometry);
        IntensityWindow window = IntensityWindow.Of(first.Volume);
        Frame = PictureFrame.Around(view, first.Volume, window, masks);
        int[] lesion = Count(view, v => masks.Any(m => m.Span[v] != 0));
        double threshold = window.Low + (0.08 * (window.High - window.Low));
        int[] content = Count(view, v => first.Volume.Span[v] > threshold);
        Slices = Upwards(SliceChooser.Choose(lesion, content, LeastSlices, MostSlices));
        LesionSlices = lesion.Count(n => n > 0);
        IReadOnlyList<int> withLesion = [.. Slices.Where(s => lesion[s] > 0)];
        FewSlices = SliceChooser.Spread(withLesion.Count > 0 ? withLesion : Slices, MostFewSlices);
    }

    /// <summary>The part of the slices shown.</summary>
    public PictureFrame Frame { get; }

    /// <summary>The slices shown, from below upwards.</summary>
    public IReadOnlyList<int> Slices { get; }

    /// <summary>How many of all slices hold lesion or truth.</summary>
    public int LesionSlices { get; }

    /// <summary>At most four of them, with lesion where there is one, for maps that methods want shown.</summary>
    public IReadOnlyList<int> FewSlices { get; }

    /// <summary>Writes a sheet of an image with outlines.</summary>
    public void WriteSheet(MarkupWriter w, int image, IReadOnlyList<Outline> outlines)
    {
        StudyImage shown = _report.Images[image];
        IntensityWindow window = IntensityWindow.Of(shown.Volume);
        int factor = SlicePicture.FactorOf(Frame, MostPixels), width = Covered(Frame.Width), height = Covered(Frame.Height);
        ContactSheet.Write(w, shown.Name, Frame, Slices, "", WritePicture, outlines);

        int Covered(int voxels) => (voxels + factor - 1) / factor * factor;

        void WritePicture(int slice)
        {
            string id = $"picture-{NumberText.Of(image)}-{NumberText.Of(slice)}";
            if (_written.Add(id))
                w.Write($"<image id=\"{id}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" href=\"{SlicePicture.Gray(Frame, slice, shown.Volume, window, MostPixels)}\"/>");
            else
                w.Write($"<use href=\"#{id}\"/>");
        }
    }

    private int[] Count(RadiologicalView view, Func<int, bool> isInside)
    {
        var counts = new int[view.Slices];
        for (int slice = 0; slice < counts.Length; slice++)
        {
            for (int row = 0; row < Frame.Height; row++)
            {
                for (int column = 0; column < Frame.Width; column++)
                {
                    if (isInside(view.VoxelAt(slice, Frame.Left + column, Frame.Top + row))) counts[slice]++;
                }
            }
        }

        return counts;
    }

    private IReadOnlyList<int> Upwards(IReadOnlyList<int> slices) => Frame.View.RisesWithIndex ? slices : [.. slices.Reverse()];
}
