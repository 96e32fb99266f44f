namespace StrokeFramework.RCnn.Boxes;

/// <summary>
/// A box as four numbers relative to another one (Ren et al. 2015): the shift of its center in units of the other's
/// extent, and the logarithm of how much larger it is.
/// </summary>
internal static class BoxCoder
{
    // Boxes grow at most by a factor of 62 in one step, so that a network that has learned nothing makes no infinite ones.
    private const float LargestGrowth = 4.135f;

    /// <summary>What must be said of a reference so that <see cref="Decode"/> gives the box.</summary>
    /// <param name="box">A box, not empty.</param>
    /// <param name="reference">Another one, not empty.</param>
    /// <param name="code">tx, ty, tw, th.</param>
    public static void Encode(ReadOnlySpan<float> box, ReadOnlySpan<float> reference, Span<float> code)
    {
        for (int axis = 0; axis < 2; axis++)
        {
            float scale = reference[axis + 2] - reference[axis];
            code[axis] = (((box[axis] + box[axis + 2]) / 2) - ((reference[axis] + reference[axis + 2]) / 2)) / scale;
            code[axis + 2] = MathF.Log((box[axis + 2] - box[axis]) / scale);
        }
    }

    /// <summary>The box that a code says of a reference.</summary>
    /// <param name="code">tx, ty, tw, th.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="box">The box.</param>
    public static void Decode(ReadOnlySpan<float> code, ReadOnlySpan<float> reference, Span<float> box)
    {
        for (int axis = 0; axis < 2; axis++)
        {
            float scale = reference[axis + 2] - reference[axis];
            float center = ((reference[axis] + reference[axis + 2]) / 2) + (code[axis] * scale);
            float half = MathF.Exp(Math.Clamp(code[axis + 2], -LargestGrowth, LargestGrowth)) * scale / 2;
            (box[axis], box[axis + 2]) = (center - half, center + half);
        }
    }
}
