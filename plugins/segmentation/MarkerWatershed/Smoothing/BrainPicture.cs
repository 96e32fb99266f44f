using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed.Smoothing;

/// <summary>
/// The brain of one slice with a border of one pixel, seen from one side: for dark lesions the intensities change sign,
/// so that lesions are always the higher values.
/// </summary>
internal sealed class BrainPicture
{
    private readonly BrainWindow _window;

    /// <summary>Cuts the picture out of a slab.</summary>
    /// <param name="slab">Image and brain; voxels that are not finite do not belong to the brain.</param>
    /// <param name="k">The slice of the slab.</param>
    /// <param name="window">Where the brain is.</param>
    /// <param name="polarity">The side.</param>
    public BrainPicture(StudySlab slab, int k, BrainWindow window, LesionPolarity polarity)
    {
        _window = window;
        (Width, Height, Spacing) = (window.Width + 2, window.Height + 2, slab.Spacing);
        Values = new float[Width * Height];
        Inside = new byte[Values.Length];
        float sign = polarity == LesionPolarity.Hyperintense ? 1 : -1;
        ReadOnlySpan<float> image = slab.Dwi;
        ReadOnlySpan<byte> brain = slab.Brain;
        for (int y = 0; y < window.Height; y++)
        {
            int from = ((k * slab.Size.J) + window.J + y) * slab.Size.I + window.I, to = ((y + 1) * Width) + 1;
            for (int x = 0; x < window.Width; x++)
            {
                if (brain[from + x] == 0 || !float.IsFinite(image[from + x])) continue;
                Values[to + x] = sign * image[from + x];
                Inside[to + x] = 1;
            }
        }
    }

    /// <summary>Columns, border included.</summary>
    public int Width { get; }

    /// <summary>Rows, border included.</summary>
    public int Height { get; }

    /// <summary>Voxel spacing in mm.</summary>
    public Point3 Spacing { get; }

    /// <summary>Intensities, higher where lesions are looked for; 0 outside the brain.</summary>
    public float[] Values { get; }

    /// <summary>1 inside the brain; never on the border.</summary>
    public byte[] Inside { get; }

    /// <summary>Puts a picture of the same size back to a slice of the slab.</summary>
    /// <param name="picture">One value per pixel, border included.</param>
    /// <param name="slice">The slice.</param>
    /// <param name="width">Voxels of a row of the slice.</param>
    public void Restore<T>(ReadOnlySpan<T> picture, Span<T> slice, int width)
    {
        for (int y = 0; y < _window.Height; y++)
            picture.Slice(((y + 1) * Width) + 1, _window.Width).CopyTo(slice[(((_window.J + y) * width) + _window.I)..]);
    }
}
