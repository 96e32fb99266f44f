using StrokeFramework.Host.Data.Png;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>Slices as PNG pictures inside the page, reduced by whole factors where they have more pixels than a page can show.</summary>
internal static class SlicePicture
{
    /// <summary>A slice in gray.</summary>
    public static RawMarkup Gray(PictureFrame frame, int slice, Volume<float> image, IntensityWindow window, int mostPixels)
    {
        int factor = FactorOf(frame, mostPixels), width = (frame.Width + factor - 1) / factor, height = (frame.Height + factor - 1) / factor;
        var pixels = new byte[width * height];
        ReadOnlySpan<float> voxels = image.Span;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int sum = 0, count = 0;
                for (int row = y * factor; row < Math.Min((y + 1) * factor, frame.Height); row++)
                {
                    for (int column = x * factor; column < Math.Min((x + 1) * factor, frame.Width); column++, count++)
                        sum += window.Gray(voxels[frame.View.VoxelAt(slice, frame.Left + column, frame.Top + row)]);
                }

                pixels[x + (y * width)] = (byte)((sum + (count / 2)) / count);
            }
        }

        return DataUri.Png(stream => PngWriter.WriteGray(stream, width, height, pixels));
    }

    /// <summary>A slice in the colors of a palette; the place one beyond the last color is the transparent blank.</summary>
    public static RawMarkup Colored(PictureFrame frame, int slice, Volume<float> map, byte[] palette, Func<float, int?> placeOf, int mostPixels)
    {
        int factor = FactorOf(frame, mostPixels), width = (frame.Width + factor - 1) / factor, height = (frame.Height + factor - 1) / factor;
        int colors = palette.Length / 3;
        var pixels = new byte[width * height];
        ReadOnlySpan<float> voxels = map.Span;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                pixels[x + (y * width)] = (byte)(placeOf(voxels[frame.View.VoxelAt(slice, frame.Left + (x * factor), frame.Top + (y * factor))]) ?? colors);
        }

        byte[] opacity = [.. Enumerable.Repeat((byte)255, colors), 0];
        return DataUri.Png(stream => PngWriter.WriteIndexed(stream, width, height, pixels, [.. palette, 0, 0, 0], opacity));
    }

    /// <summary>Voxels shown per pixel side by side.</summary>
    public static int FactorOf(PictureFrame frame, int mostPixels) => Math.Max(1, (Math.Max(frame.Width, frame.Height) + mostPixels - 1) / mostPixels);
}
