using StrokeFramework.Imaging;
using StrokeFramework.MarkerWatershed.Smoothing;

namespace StrokeFramework.MarkerWatershed;

/// <summary>Finds the markers of one slice: peaks of the smoothed image inside lesions, and tissue that is none.</summary>
internal sealed class MarkerFinder(MarkerWatershedSettings settings, NormalTissue normal)
{
    /// <summary>Finds markers.</summary>
    /// <param name="picture">The slice, seen from the side of the lesions.</param>
    /// <param name="polarity">The side.</param>
    /// <param name="cancellation">Looked at between the steps.</param>
    /// <returns>A <see cref="MarkerKind"/> per pixel.</returns>
    public byte[] Find(BrainPicture picture, LesionPolarity polarity, CancellationToken cancellation)
    {
        float[] smooth = OpeningClosing.Apply(picture, settings.DiskRadius, cancellation);
        cancellation.ThrowIfCancellationRequested();
        double median = polarity == LesionPolarity.Hyperintense ? normal.Median : -normal.Median;
        byte[] markers = RegionalMaxima.Mark(smooth, picture.Inside, picture.Width, median + settings.LeastDistanceFrom(normal));
        if (markers.AsSpan().IndexOf(MarkerKind.Internal) >= 0) markers = Shape(markers, picture);
        bool ridges = settings.ExternalMarkers == ExternalMarkers.RidgeLines;
        byte[]? lines = ridges ? RidgeLines.Mark(smooth, picture, cancellation) : null;
        double limit = median + (settings.ExternalDeviation * normal.Deviation);
        for (int v = 0; v < markers.Length; v++)
        {
            if (picture.Inside[v] == 0) markers[v] = MarkerKind.None;
            else if (lines is null ? smooth[v] <= limit : lines[v] != 0 && markers[v] == MarkerKind.None) markers[v] = MarkerKind.External;
        }

        return markers;
    }

    /// <summary>Joins markers by a closing and keeps the inside of them; of a marker that would vanish, all.</summary>
    private byte[] Shape(byte[] markers, BrainPicture picture)
    {
        GridSize size = new(picture.Width, picture.Height, 1);
        StructuringElement box = StructuringElement.Box(settings.MarkerRadius);
        byte[] closed = Morphology.Close(markers, size, picture.Spacing, box);
        byte[] eroded = Morphology.Erode(closed, size, picture.Spacing, box);
        ComponentLabels components = ConnectedComponents.Label(closed, size, Connectivity.Full);
        var survives = new bool[components.Count + 1];
        ReadOnlySpan<int> labels = components.Labels.Span;
        for (int v = 0; v < eroded.Length; v++)
        {
            if (eroded[v] != 0) survives[labels[v]] = true;
        }

        for (int v = 0; v < eroded.Length; v++)
        {
            if (labels[v] != 0 && !survives[labels[v]]) eroded[v] = MarkerKind.Internal;
        }

        return eroded;
    }
}
