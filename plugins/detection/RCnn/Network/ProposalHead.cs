using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Network;

/// <summary>Says of every anchor whether there is an object, and how its box differs (Ren et al. 2015). The same for all maps.</summary>
internal sealed class ProposalHead : nn.Module
{
    private readonly Conv2d _shared, _objectness, _codes;

    /// <summary>Creates it with weights that mean nothing.</summary>
    /// <param name="channels">Channels of the maps.</param>
    /// <param name="anchors">Anchors per cell.</param>
    public ProposalHead(int channels, int anchors)
        : base(nameof(ProposalHead))
    {
        _shared = Layers.Convolution(channels, channels);
        _objectness = nn.Conv2d(channels, anchors, 1);
        _codes = nn.Conv2d(channels, 4 * anchors, 1);
        RegisterComponents();
    }

    /// <summary>Looks at a map.</summary>
    /// <param name="map">[1, channels, rows, columns].</param>
    /// <returns>The logit of an object, [anchors of the map], and the codes, [anchors of the map, 4], in the order of <see cref="Boxes.AnchorGrid"/>.</returns>
    public (Tensor Objectness, Tensor Codes) Look(Tensor map)
    {
        Tensor shared = _shared.forward(map).relu_();
        Tensor objectness = _objectness.forward(shared)[0].permute(1, 2, 0).reshape(-1);
        Tensor codes = _codes.forward(shared)[0].permute(1, 2, 0).reshape(-1, 4);
        return (objectness, codes);
    }
}
