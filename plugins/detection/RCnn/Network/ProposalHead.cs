using StrokeFramework.RCnn.Boxes;
using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Network;

/// <summary>
/// Says of every anchor whether there is an object, and how its box differs (Ren et al. 2015). The same for all maps. A
/// step learns from some dozens of the thousands of anchors, and looks again at their cells alone.
/// </summary>
internal sealed class ProposalHead : nn.Module
{
    private const int Side = 3;

    private readonly Conv2d _shared, _objectness, _codes;
    private readonly int _channels, _anchors;

    /// <summary>Creates it with weights that mean nothing.</summary>
    /// <param name="channels">Channels of the maps.</param>
    /// <param name="anchors">Anchors per cell.</param>
    public ProposalHead(int channels, int anchors)
        : base(nameof(ProposalHead))
    {
        (_channels, _anchors) = (channels, anchors);
        _shared = Layers.Convolution(channels, channels);
        _objectness = nn.Conv2d(channels, anchors, 1);
        _codes = nn.Conv2d(channels, 4 * anchors, 1);
        RegisterComponents();
    }

    /// <summary>Looks at a whole map; nothing is learned.</summary>
    /// <param name="map">The map.</param>
    /// <returns>What it sees, [cells, channels], and the logits of an object, [cells, anchors per cell], in the order of <see cref="AnchorGrid"/>.</returns>
    public (Tensor Shared, Tensor Objectness) Look(FeatureMap map)
    {
        using IDisposable still = no_grad();
        Tensor shared = _shared.forward(map.Plain).relu_().permute(0, 2, 3, 1).contiguous().reshape(-1, _channels);
        return (shared, nn.functional.linear(shared, _objectness.weight!.reshape(_anchors, _channels), _objectness.bias));
    }

    /// <summary>Boxes that anchors become; nothing is learned.</summary>
    /// <param name="proposals">What was seen.</param>
    /// <param name="anchors">Which anchors.</param>
    /// <returns>Four numbers each.</returns>
    public float[] BoxesOf(Proposals proposals, ReadOnlySpan<int> anchors)
    {
        using IDisposable still = no_grad();
        ReadOnlySpan<float> weights = _codes.weight!.reshape(4 * _anchors, _channels).Floats(), offsets = _codes.bias!.Floats();
        var boxes = new float[4 * anchors.Length];
        Span<float> code = stackalloc float[4];
        for (int n = 0; n < anchors.Length; n++)
        {
            (int map, int cell, int which) = proposals.PlaceOf(anchors[n]);
            ReadOnlySpan<float> seen = proposals.Shared[map].Floats().Slice(cell * _channels, _channels);
            for (int c = 0; c < 4; c++)
            {
                int row = (4 * which) + c;
                float sum = offsets[row];
                for (int k = 0; k < _channels; k++) sum += weights[(row * _channels) + k] * seen[k];
                code[c] = sum;
            }

            BoxCoder.Decode(code, proposals.Anchors.AsSpan(4 * anchors[n], 4), boxes.AsSpan(4 * n, 4));
        }

        return boxes;
    }

    /// <summary>What surrounds the cells of anchors.</summary>
    /// <param name="proposals">What was seen.</param>
    /// <param name="anchors">Which anchors.</param>
    /// <returns>[anchors, 3 · 3 · channels]; 0 outside of the map.</returns>
    public Tensor Read(Proposals proposals, ReadOnlySpan<long> anchors)
    {
        Tensor read = zeros(anchors.Length, Side * Side * _channels);
        Span<float> values = read.Floats();
        for (int n = 0; n < anchors.Length; n++)
        {
            (int index, int cell, int _) = proposals.PlaceOf(anchors[n]);
            FeatureMap map = proposals.Maps[index];
            for (int k = 0; k < Side * Side; k++)
            {
                if (Neighbor(map, cell, k) is { } place) map.Values.Slice(place * _channels, _channels).CopyTo(values.Slice(((n * Side * Side) + k) * _channels, _channels));
            }
        }

        return read;
    }

    /// <summary>The derivative of <see cref="Read"/>: adds to the maps what their readers ask for.</summary>
    public void Return(Proposals proposals, ReadOnlySpan<long> anchors, Tensor gradient)
    {
        ReadOnlySpan<float> values = gradient.contiguous().Floats();
        for (int n = 0; n < anchors.Length; n++)
        {
            (int index, int cell, int _) = proposals.PlaceOf(anchors[n]);
            FeatureMap map = proposals.Maps[index];
            for (int k = 0; k < Side * Side; k++)
            {
                if (Neighbor(map, cell, k) is { } place) Resampling.AddTo(map.Gradient.Slice(place * _channels, _channels), values.Slice(((n * Side * Side) + k) * _channels, _channels), 1);
            }
        }
    }

    /// <summary>Says of cells what <see cref="Look"/> says of maps, and learns.</summary>
    /// <param name="read">As <see cref="Read"/> gives it.</param>
    /// <returns>The logits of an object, [cells · anchors per cell], and the codes, [cells · anchors per cell, 4].</returns>
    public (Tensor Objectness, Tensor Codes) Say(Tensor read)
    {
        Tensor weights = _shared.weight!.permute(0, 2, 3, 1).reshape(_channels, -1);
        Tensor shared = nn.functional.linear(read, weights, _shared.bias).relu_();
        Tensor objectness = nn.functional.linear(shared, _objectness.weight!.reshape(_anchors, _channels), _objectness.bias);
        Tensor codes = nn.functional.linear(shared, _codes.weight!.reshape(4 * _anchors, _channels), _codes.bias);
        return (objectness.reshape(-1), codes.reshape(-1, 4));
    }

    private static int? Neighbor(FeatureMap map, int cell, int k)
    {
        int y = (cell / map.Width) + (k / Side) - 1, x = (cell % map.Width) + (k % Side) - 1;
        return y >= 0 && y < map.Height && x >= 0 && x < map.Width ? (y * map.Width) + x : null;
    }
}
