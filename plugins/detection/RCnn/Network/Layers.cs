using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Network;

/// <summary>Layers as both networks use them.</summary>
internal static class Layers
{
    private const int GroupWidth = 8;

    /// <summary>A 3x3 convolution whose cell n lies on cell n · stride of what it sees.</summary>
    public static Conv2d Convolution(int from, int to, int stride = 1, bool bias = true) => nn.Conv2d(from, to, 3, stride: stride, padding: 1, bias: bias);

    /// <summary>
    /// Normalization over groups of 8 channels of one picture: unlike the batch's statistics it is the same in training and
    /// in use, and the same however few pictures a step has.
    /// </summary>
    public static GroupNorm Normalization(int channels) => nn.GroupNorm(channels / GroupWidth, channels);
}
