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
    private readonly IntensityWindow[] _windows;
    private readonly HashSet<string> _written = [];

    /// <summary>Chooses slices and frame.</summary>
    public StudyPictures(StudyReport report)
    {
        _report = report;
        _windows = [.. report.Images.Select(image => IntensityWindow.Of(image.Volume))];
        ReadOnlySpan<float> first = report.Images[0].Volume.Span;
        double threshold = _windows[0].HeadThreshold;
        byte[] marked = Mark(report);
        var view = new RadiologicalView(report.Images[0].Volume.Geometry);
        Frame = PictureFrame.Around(view, first, threshold, marked);
        int[] lesion = new int[view.Slices], content = new int[view.Slices];
        for (int slice = 0; slice < view.Slices; slice++)
        {
            for (int row = 0; row < view.Height; row++)
            {
                for (int column = 0; column < view.Width; column++)
                {
                    int voxel = view.VoxelAt(slice, column, row);
                    if (marked[voxel] != 0) lesion[slice]++;
                    if (first[voxel] > threshold) content[slice]++;
                }
            }
        }

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

    /// <summary>The values shown black and white in an image.</summary>
    public IntensityWindow WindowOf(int image) => _windows[image];

    /// <summary>Writes a sheet of an image with outlines.</summary>
    public void WriteSheet(MarkupWriter w, int image, IReadOnlyList<Outline> outlines)
    {
        StudyImage shown = _report.Images[image];
        IntensityWindow window = WindowOf(image);
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

    private static byte[] Mark(StudyReport report)
    {
        var marked = new byte[report.Images[0].Volume.Span.Length];
        report.Truth?.Span.CopyTo(marked);
        foreach (StudySegmentation segmentation in report.Segmentations)
        {
            ReadOnlySpan<byte> labels = segmentation.Segmentation.Labels.Span;
            for (int v = 0; v < marked.Length; v++) marked[v] |= labels[v];
        }

        foreach (Outline boxes in Outline.OfDetections(report.Detections, report.Images[0].Volume.Geometry))
        {
            ReadOnlySpan<byte> inside = boxes.Mask.Span;
            for (int v = 0; v < marked.Length; v++) marked[v] |= inside[v];
        }

        return marked;
    }

    private IReadOnlyList<int> Upwards(IReadOnlyList<int> slices) => Frame.View.RisesWithIndex ? slices : [.. slices.Reverse()];
}
