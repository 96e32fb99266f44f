using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace StrokeFramework.UNet.Network;

/// <summary>
/// A U-Net over slices (Ronneberger et al. 2015, <see href="https://doi.org/10.1007/978-3-319-24574-4_28"/>): a path down
/// by max-pooling, a path up by bilinear interpolation, and at each resolution the finer image of the way down beside the
/// coarser of the way up. Channels are reduced before they are enlarged, which saves a third of the work.
/// </summary>
internal sealed class UNetNetwork : nn.Module<Tensor, Tensor>
{
    // Arrays, for the base class registers modules in fields once more, under the fields' names.
    private readonly ConvolutionBlock[] _down, _up;
    private readonly Conv2d[] _reduce, _head;

    /// <param name="plan">Widths and levels.</param>
    /// <param name="folded">Whether normalization is part of the weights already.</param>
    public UNetNetwork(NetworkPlan plan, bool folded = false)
        : base(nameof(UNetNetwork))
    {
        _down = new ConvolutionBlock[plan.Levels];
        _up = new ConvolutionBlock[plan.Levels - 1];
        _reduce = new Conv2d[plan.Levels - 1];
        for (int level = 0; level < plan.Levels; level++)
        {
            _down[level] = new(level == 0 ? NetworkPlan.Channels : plan.WidthOf(level - 1), plan.WidthOf(level), folded);
            register_module($"down{level}", _down[level]);
        }

        for (int level = 0; level < _up.Length; level++)
        {
            int width = plan.WidthOf(level);
            _reduce[level] = nn.Conv2d(plan.WidthOf(level + 1), width, 1);
            _up[level] = new(2 * width, width, folded);
            register_module($"reduce{level}", _reduce[level]);
            register_module($"up{level}", _up[level]);
        }

        _head = [nn.Conv2d(plan.Width, 1, 1)];
        register_module("head", _head[0]);
    }

    /// <summary>The logit of lesion at each voxel of the middle slice.</summary>
    /// <param name="input">Images, channels, rows, columns; both sides a multiple of <see cref="NetworkPlan.Multiple"/>.</param>
    /// <returns>Images, rows, columns.</returns>
    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        var skips = new Tensor[_down.Length];
        Tensor x = input;
        for (int level = 0; level < _down.Length; level++)
        {
            if (level > 0) x = nn.functional.max_pool2d(x, 2);
            x = skips[level] = _down[level].call(x);
        }

        for (int level = _up.Length - 1; level >= 0; level--)
        {
            Tensor coarse = _reduce[level].call(x);
            Tensor larger = nn.functional.interpolate(coarse, scale_factor: [2, 2], mode: InterpolationMode.Bilinear, align_corners: false);
            x = _up[level].call(cat([skips[level], larger], 1));
        }

        return _head[0].call(x).squeeze(1).MoveToOuterDisposeScope();
    }
}
