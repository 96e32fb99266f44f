namespace StrokeFramework.RCnn.Network;

/// <summary>
/// A map of the trunk, with its channels side by side. Everything after the trunk reads it cell by cell and says by how
/// much each number of it should change; the trunk learns from that in one go.
/// </summary>
internal sealed class FeatureMap
{
    private readonly Tensor _map, _values;
    private Tensor? _gradient;

    /// <summary>Wraps a map.</summary>
    /// <param name="map">[1, channels, rows, columns]; it belongs to the caller's dispose scope.</param>
    /// <param name="stride">Pixels from one cell to the next.</param>
    public FeatureMap(Tensor map, int stride)
    {
        (_map, Stride) = (map, stride);
        (Channels, Height, Width) = ((int)map.shape[1], (int)map.shape[2], (int)map.shape[3]);
        Plain = map.detach();
        _values = Plain.permute(0, 2, 3, 1).contiguous();
    }

    /// <summary>Pixels from one cell to the next; cell 0 lies on pixel 0.</summary>
    public int Stride { get; }

    /// <summary>Channels.</summary>
    public int Channels { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>The map, from which nothing is learned: [1, channels, rows, columns].</summary>
    public Tensor Plain { get; }

    /// <summary>Its numbers, [rows, columns, channels].</summary>
    public ReadOnlySpan<float> Values => _values.Floats();

    /// <summary>The derivatives of the loss by its numbers, [rows, columns, channels]; to be added to.</summary>
    public Span<float> Gradient => (_gradient ??= zeros_like(_values)).Floats();

    /// <summary>Lets what made the maps learn from their derivatives.</summary>
    public static void Backward(IReadOnlyList<FeatureMap> maps)
    {
        FeatureMap[] asked = [.. maps.Where(m => m._gradient is not null)];
        if (asked.Length > 0) autograd.backward([.. asked.Select(m => m._map)], [.. asked.Select(m => m._gradient!.permute(0, 3, 1, 2))]);
    }
}
