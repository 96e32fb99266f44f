using StrokeFramework.Host.Data;
using StrokeFramework.Host.Data.Png;

namespace StrokeFramework.Phantom;

/// <summary>Pictures of phantoms for documentation: DWI, b0, ADC and the mask's outline of a study's fullest slice, side by side.</summary>
public static class PhantomGallery
{
    // Millimeters of the field of view that the head needs.
    private const double Width = 168, Height = 204;
    private const byte OutlineRed = 255, OutlineGreen = 190, OutlineBlue = 60;

    /// <summary>Writes one PNG per stroke type (and one without a lesion), named after it.</summary>
    /// <param name="folder">Where to; made when missing.</param>
    /// <param name="settings">Every constant.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="index">The study of the first type; each further type takes the next.</param>
    /// <param name="template">Real anatomy and masks, or null.</param>
    /// <exception cref="DataException">A file cannot be written; the message says why.</exception>
    public static void Write(string folder, PhantomSettings settings, long seed, int index = 0, TemplateLibrary? template = null)
    {
        foreach (string type in (string[])[.. StrokeTypes.All, StrokeTypes.None])
        {
            // Another subject each, so that the pictures differ in more than the lesion.
            PhantomStudy study = PhantomGenerator.Create(settings, seed, index++, template, type);
            string name = type == StrokeTypes.None ? "no-lesion" : type;
            AtomicFile.Write(Path.Combine(folder, name + ".png"), stream => WritePicture(stream, study, FullestSlice(study.Mask)));
        }
    }

    /// <summary>Writes one slice of a study: DWI, DWI with the mask's outline, b0 and ADC.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="study">The study.</param>
    /// <param name="slice">The slice, from 0.</param>
    public static void WritePicture(Stream stream, PhantomStudy study, int slice)
    {
        ArgumentNullException.ThrowIfNull(study);
        WritePanels(
            stream, [(study.Dwi, 2.6 * study.NormalBrain), (study.Dwi, 2.6 * study.NormalBrain), (study.B0, 8 * study.NormalBrain), (study.Adc, 0.0028)], study.Mask, slice);
    }

    /// <summary>Writes the fullest slice of a training volume: DWI, DWI with the mask's outline and ADC.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="study">The volume.</param>
    public static void WritePicture(Stream stream, AcuteTrainingStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        double white = 2.6 * study.NormalBrain;
        WritePanels(stream, [(study.Dwi, white), (study.Dwi, white), (study.Adc, 0.0028)], study.Mask, FullestSlice(study.Mask));
    }

    // The second panel gets the outline.
    private static void WritePanels(Stream stream, (Volume<float> Image, double White)[] panels, Volume<byte> mask, int slice)
    {
        GridSize size = mask.Size;
        Point3 spacing = mask.Geometry.Spacing;
        int width = Math.Min(size.I, (int)(Width / spacing.X)), height = Math.Min(size.J, (int)(Height / spacing.Y));
        int left = (size.I - width) / 2, top = (size.J + height) / 2;
        var pixels = new byte[panels.Length * width * height * 3];
        for (int panel = 0; panel < panels.Length; panel++)
        {
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    int i = left + x, j = top - 1 - y, at = 3 * ((y * panels.Length * width) + (panel * width) + x);
                    byte level = (byte)Math.Clamp(255 * panels[panel].Image[i, j, slice] / panels[panel].White, 0, 255);
                    bool outline = panel == 1 && IsOutline(mask, i, j, slice);
                    (pixels[at], pixels[at + 1], pixels[at + 2]) = outline ? (OutlineRed, OutlineGreen, OutlineBlue) : (level, level, level);
                }
            }
        }

        PngWriter.WriteRgb(stream, panels.Length * width, height, pixels);
    }

    // The slice with most lesion; without one, the slice through the middle.
    private static int FullestSlice(Volume<byte> mask)
    {
        int best = mask.Size.K / 2, most = 0;
        for (int k = 0; k < mask.Size.K; k++)
        {
            int count = mask.Slice(k).Span.Count((byte)1);
            if (count > most) (most, best) = (count, k);
        }

        return best;
    }

    // The outermost voxels within the mask.
    private static bool IsOutline(Volume<byte> mask, int i, int j, int k)
    {
        if (mask[i, j, k] == 0) return false;
        GridSize size = mask.Size;
        return i == 0 || j == 0 || i == size.I - 1 || j == size.J - 1
            || mask[i - 1, j, k] == 0 || mask[i + 1, j, k] == 0 || mask[i, j - 1, k] == 0 || mask[i, j + 1, k] == 0;
    }
}
