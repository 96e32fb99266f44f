using System.Numerics;
using StrokeFramework.Host.Data;
using StrokeFramework.Imaging;

namespace StrokeFramework.Phantom;

/// <summary>
/// One skull-stripped T1-weighted brain in MNI space (<c>ch2bet</c>, bytes): intensity, and the brain with its sulci closed,
/// cut out and kept as bytes. Read-only.
/// </summary>
internal sealed class SharpBrain
{
    // Sulci narrower than twice the first belong to the brain, what is thinner than twice the second is left from stripping,
    // in mm; the margin holds the closing.
    private const double Closing = 4, Opening = 4;
    private const int Margin = 6;

    private readonly byte[] _intensity, _inside;
    private readonly GridSize _size;
    private readonly Matrix4x4 _toIndex;
    private readonly Vector3 _low, _last;

    private SharpBrain(byte[] intensity, byte[] inside, VoxelBox box, VolumeGeometry geometry)
    {
        (_intensity, _inside, _size) = (intensity, inside, new(box.I, box.J, box.K));
        _toIndex = ReferenceIndex.Of(geometry);
        _low = new(box.I0, box.J0, box.K0);
        _last = new(box.I - 1.001f, box.J - 1.001f, box.K - 1.001f);
    }

    /// <summary>Reads the brain.</summary>
    /// <exception cref="DataException">The file cannot be used.</exception>
    public static SharpBrain Read(string path)
    {
        Volume<float> image = NiftiFile.Read(path).Volume;
        var brain = Array.ConvertAll(image.Span.ToArray(), value => (byte)Math.Clamp(value, 0, 255));
        VoxelBox box = VoxelBox.Bounds(brain, image.Size, Margin, out int count);
        if (count == 0) throw new DataException($"The brain '{path}' is empty.");
        var intensity = new byte[box.Count];
        Copy(brain, image.Size, box, intensity);
        var size = new GridSize(box.I, box.J, box.K);
        byte[] inside = Morphology.Close(intensity, size, image.Geometry.Spacing, StructuringElement.Ball(Closing));
        HoleFilling.Fill(inside, size);
        inside = Morphology.Open(inside, size, image.Geometry.Spacing, StructuringElement.Ball(Opening));
        for (int v = 0; v < inside.Length; v++) intensity[v] = (byte)(intensity[v] * inside[v]);
        return new(intensity, inside, box, image.Geometry);
    }

    /// <summary>Interpolates between voxels.</summary>
    /// <param name="reference">The place, in reference mm.</param>
    /// <param name="inside">The fraction of brain, in [0, 1]; 0 outside the image.</param>
    /// <returns>The intensity of the brain's part, from 0 to 255.</returns>
    public float At(Vector3 reference, out float inside)
    {
        inside = 0;
        Vector3 index = Vector3.Transform(reference, _toIndex) - _low;
        if (index != Vector3.Clamp(index, Vector3.Zero, _last)) return 0;
        int i = (int)index.X, j = (int)index.Y, k = (int)index.Z;
        Vector3 t = index - new Vector3(i, j, k);
        int p = _size.IndexOf(i, j, k);
        inside = Blend(_inside, p, t);
        // Beside the brain the outside weighs nothing, so that the edge is not darkened.
        return inside == 0 ? 0 : Blend(_intensity, p, t) / MathF.Max(0.3f, inside);
    }

    private float Blend(ReadOnlySpan<byte> values, int p, Vector3 t)
    {
        float near = Slice(values, p, t), far = Slice(values, p + _size.SliceCount, t);
        return near + ((far - near) * t.Z);
    }

    private float Slice(ReadOnlySpan<byte> values, int p, Vector3 t)
    {
        float a = values[p] + ((values[p + 1] - values[p]) * t.X);
        float b = values[p + _size.I] + ((values[p + _size.I + 1] - values[p + _size.I]) * t.X);
        return a + ((b - a) * t.Y);
    }

    // The box may reach beyond the grid; there is nothing there.
    private static void Copy(byte[] source, GridSize size, VoxelBox box, byte[] target)
    {
        int p = 0;
        for (int k = box.K0; k < box.K1; k++)
        {
            for (int j = box.J0; j < box.J1; j++)
            {
                for (int i = box.I0; i < box.I1; i++, p++)
                {
                    if ((uint)i < (uint)size.I && (uint)j < (uint)size.J && (uint)k < (uint)size.K) target[p] = source[size.IndexOf(i, j, k)];
                }
            }
        }
    }
}
