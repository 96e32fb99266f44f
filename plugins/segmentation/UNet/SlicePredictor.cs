using StrokeFramework.Networks;
using StrokeFramework.UNet.Images;
using StrokeFramework.UNet.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.UNet;

/// <summary>Asks the network for every slice of a study: some slices at a time, and several such groups side by side.</summary>
internal static class SlicePredictor
{
    // Few enough that a wish to stop is seen soon, enough that the network is kept busy.
    private const int SlicesAtOnce = 2;

    // Most slices have no lesion, and a second look at them finds none either: it is most of the time that it would take.
    private const float WorthAnotherLook = 0.1f;

    /// <summary>The probability of lesion at each voxel of the cut-out.</summary>
    /// <param name="network">The network, ready to predict; used from several threads.</param>
    /// <param name="plan">Its shape.</param>
    /// <param name="images">The study.</param>
    /// <param name="flip">Whether the mean with the mirrored study is taken, in slices where something might be.</param>
    /// <param name="context">Threads, cancellation and progress.</param>
    public static float[] Predict(UNetNetwork network, NetworkPlan plan, BrainImages images, bool flip, StageContext context)
    {
        GridSize size = images.Size;
        var probability = new float[size.Count];
        int groups = (size.K + SlicesAtOnce - 1) / SlicesAtOnce;
        Device device = network.parameters().First().device;
        context.For(0, groups, group =>
        {
            NetworkThreads.Use(1);
            int from = group * SlicesAtOnce, to = Math.Min(size.K, from + SlicesAtOnce);
            PredictSlices(network, plan, images, flip, device, from, to, probability, context.CancellationToken);
        });
        return probability;
    }

    private static void PredictSlices(UNetNetwork network, NetworkPlan plan, BrainImages images, bool flip, Device device, int from, int to, float[] probability, CancellationToken cancellation)
    {
        GridSize size = images.Size;
        int width = Padded(size.I, plan), height = Padded(size.J, plan), left = (width - size.I) / 2, top = (height - size.J) / 2, area = width * height;
        using IDisposable still = inference_mode();
        using DisposeScope scope = NewDisposeScope();
        var input = new float[(to - from) * NetworkPlan.Channels * area];
        for (int k = from; k < to; k++)
        {
            for (int channel = 0; channel < NetworkPlan.Slices; channel++)
            {
                int slice = Math.Clamp(k + channel - (NetworkPlan.Slices / 2), 0, size.K - 1);
                int start = (((k - from) * NetworkPlan.Channels) + channel) * area;
                Place(images.Dwi, slice, BrainImages.NoSignal, input.AsSpan(start, area));
                if (images.Adc is { } adc) Place(adc, slice, BrainImages.NoDiffusion, input.AsSpan(start + (NetworkPlan.Slices * area), area));
            }
        }

        Tensor asIs = tensor(input, [to - from, NetworkPlan.Channels, height, width], device: device);
        Tensor result = network.call(asIs).sigmoid();
        if (flip && result.max().item<float>() >= WorthAnotherLook)
        {
            cancellation.ThrowIfCancellationRequested();
            // With the head where it was, a mirrored study gives the same two pictures, and the same answer to the bit.
            int aside = width - size.I - (2 * left);
            Tensor mirrored = aside == 0 ? asIs.flip(3) : asIs.flip(3).roll(-aside, 3);
            Tensor seen = network.call(mirrored).sigmoid();
            result = result.Plus((aside == 0 ? seen : seen.roll(aside, 2)).flip(2)).Over(2);
        }

        ReadOnlySpan<float> values = result.cpu().contiguous().data<float>().ToArray();
        for (int k = from; k < to; k++)
        {
            for (int j = 0; j < size.J; j++)
                values.Slice((((k - from) * height) + top + j) * width + left, size.I).CopyTo(probability.AsSpan(size.IndexOf(0, j, k)));
        }

        void Place(float[] volume, int slice, float outside, Span<float> target)
        {
            target.Fill(outside);
            for (int j = 0; j < size.J; j++) volume.AsSpan(size.IndexOf(0, j, slice), size.I).CopyTo(target[(((top + j) * width) + left)..]);
        }
    }

    private static int Padded(int voxels, NetworkPlan plan) => (voxels + plan.Multiple - 1) / plan.Multiple * plan.Multiple;
}
