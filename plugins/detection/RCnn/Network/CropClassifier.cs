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

    /// <inheritdoc/>
    public override bool ReadsMaps => false;

    /// <inheritdoc/>
    protected override Linear Logits => _logits;

    /// <inheritdoc/>
    public override Tensor Read(Tensor picture, IReadOnlyList<FeatureMap> maps, ReadOnlySpan<float> boxes)
    {
        int channels = (int)picture.shape[0], height = (int)picture.shape[1], width = (int)picture.shape[2];
        Tensor read = empty(boxes.Length / 4, channels, Side, Side);
        Span<float> values = read.Floats();
        ReadOnlySpan<float> pixels = picture.contiguous().Floats();
        AxisTaps across = new(Side, Samples), down = new(Side, Samples);
        for (int n = 0; n < boxes.Length / 4; n++)
        {
            across.Lay(boxes[4 * n], boxes[(4 * n) + 2], width);
            down.Lay(boxes[(4 * n) + 1], boxes[(4 * n) + 3], height);
            for (int c = 0; c < channels; c++)
                Resampling.Sample(pixels.Slice(c * height * width, height * width), width, across, down, values.Slice(((n * channels) + c) * Side * Side, Side * Side));
        }

        return read;
    }

    /// <inheritdoc/>
    public override (Tensor Logits, Tensor? Codes) Name(Tensor read)
    {
        if (read.shape[1] == 1) read = read.expand(-1, Colors, -1, -1);
        using Tensor seen = _first.forward(read);
        using Tensor first = nn.functional.max_pool2d(seen, 3, 2).relu_();
        using Tensor second = _second.forward(first).relu_();
        using Tensor smaller = nn.functional.avg_pool2d(second, 3, 2);
        using Tensor third = _third.forward(smaller).relu_();
        Tensor last = nn.functional.avg_pool2d(third, 3, 2);
        return (_logits.forward(_full.forward(last.flatten(1)).relu_()), null);
    }
}
