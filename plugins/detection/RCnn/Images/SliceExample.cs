namespace StrokeFramework.RCnn.Images;

/// <summary>A slice to learn from, in as little memory as will do.</summary>
/// <param name="Pixels">Channels, rows and columns, at half precision.</param>
/// <param name="Channels">How many channels.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Boxes">Four numbers a box: left, upper, right, lower, in pixels.</param>
/// <param name="Labels">The class of each box, from 0.</param>
internal sealed record SliceExample(Half[] Pixels, int Channels, int Height, int Width, float[] Boxes, long[] Labels)
{
    /// <summary>Keeps a picture.</summary>
    /// <param name="picture">[channels, rows, columns].</param>
    /// <param name="boxes">Four numbers a box.</param>
    /// <param name="labels">A class for each.</param>
    public static SliceExample Of(Tensor picture, float[] boxes, long[] labels)
    {
        using DisposeScope scope = NewDisposeScope();
        Half[] pixels = [.. picture.to(ScalarType.Float16).contiguous().data<Half>()];
        return new(pixels, (int)picture.shape[0], (int)picture.shape[1], (int)picture.shape[2], boxes, labels);
    }

    /// <summary>The picture, [channels, rows, columns].</summary>
    public Tensor Picture() => tensor(Pixels).reshape(Channels, Height, Width).to(ScalarType.Float32);
}
