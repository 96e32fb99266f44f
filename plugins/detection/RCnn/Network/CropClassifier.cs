using StrokeFramework.RCnn.Boxes;
using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Network;

/// <summary>
/// The thesis mode's network of 15 layers: boxes cut out of the picture at 32x32, three convolutions with maximum and
/// average pooling, two full layers and softmax. A single channel is given three times, as gray pictures are.
/// </summary>
internal sealed class CropClassifier : RegionHead
{
    private const int Side = 32, Samples = 2, Colors = 3;

    private readonly Conv2d _first, _second, _third;
    private readonly Linear _full, _logits;

    /// <summary>Creates it with weights that mean nothing.</summary>
    public CropClassifier(int inputs, int classes)
        : base(nameof(CropClassifier))
    {
        _first = nn.Conv2d(inputs == 1 ? Colors : inputs, 32, 5, padding: 2);
        _second = nn.Conv2d(32, 32, 5, padding: 2);
        _third = nn.Conv2d(32, 64, 5, padding: 2);
        _full = nn.Linear(576, 64);
        _logits = nn.Linear(64, classes + 1);
        RegisterComponents();
    }

    public override (Tensor Logits, Tensor? Codes) Look(Tensor picture, Tensor[] maps, Tensor boxes)
    {
        Tensor crops = RoiAlign.Sample(picture[0], boxes, Side, Samples);
        if (picture.shape[1] == 1) crops = crops.expand(-1, Colors, -1, -1);
        Tensor x = nn.functional.max_pool2d(_first.forward(crops), 3, 2).relu_();
        x = nn.functional.avg_pool2d(_second.forward(x).relu_(), 3, 2);
        x = nn.functional.avg_pool2d(_third.forward(x).relu_(), 3, 2);
        return (_logits.forward(_full.forward(x.flatten(1)).relu_()), null);
    }
}
