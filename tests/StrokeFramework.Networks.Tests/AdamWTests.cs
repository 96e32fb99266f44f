using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.Networks.Tests;

public sealed class AdamWTests
{
    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0.05)]
    public void Step_AgreesWithTheOptimizerOfTorch(double longest)
    {
        using DisposeScope scope = NewDisposeScope();
        using nn.Module<Tensor, Tensor> own = Network(), theirs = Network();
        using var optimizer = new AdamW(own, 0.1);
        using optim.Optimizer reference = optim.AdamW(theirs.parameters(), lr: 0.01, weight_decay: 0.1);
        for (int step = 0; step < 20; step++)
        {
            Tensor x = Input(step);
            Loss(own, x).backward();
            optimizer.Step(0.01, longest);
            reference.zero_grad();
            Loss(theirs, x).backward();
            if (double.IsFinite(longest)) nn.utils.clip_grad_norm_(theirs.parameters(), longest);
            reference.step();
        }

        foreach ((Tensor a, Tensor b) in own.parameters().Zip(theirs.parameters())) Assert.True(a.allclose(b, rtol: 1e-4, atol: 1e-6), $"{a.str()} {b.str()}");
    }

    [Fact]
    public void Restore_OfAState_GoesOnAsWithoutInterruption()
    {
        using DisposeScope scope = NewDisposeScope();
        using nn.Module<Tensor, Tensor> whole = Network(), second = Network();
        using var first = new AdamW(whole, 0.1);
        for (int step = 0; step < 3; step++) Learn(whole, first, step);
        var kept = new MemoryStream();
        TensorFile.Write(kept, first.State());
        NetworkWeights.Put(second, NetworkWeights.Of(whole));
        for (int step = 3; step < 6; step++) Learn(whole, first, step);

        using var restored = new AdamW(second, 0.1);
        kept.Position = 0;
        restored.Restore(TensorFile.Read(kept));
        for (int step = 3; step < 6; step++) Learn(second, restored, step);
        foreach ((Tensor a, Tensor b) in whole.parameters().Zip(second.parameters())) Assert.True(a.equal(b).all().item<bool>());
    }

    [Fact]
    public void Restore_OfAnotherNetworksState_IsRefused()
    {
        using DisposeScope scope = NewDisposeScope();
        using nn.Module<Tensor, Tensor> network = Network();
        using nn.Module<Tensor, Tensor> other = nn.Linear(2, 2);
        using var optimizer = new AdamW(network, 0);
        using var stranger = new AdamW(other, 0);
        Assert.Throws<InvalidDataException>(() => optimizer.Restore(stranger.State()));
    }

    private static void Learn(nn.Module<Tensor, Tensor> network, AdamW optimizer, int step)
    {
        Loss(network, Input(step)).backward();
        optimizer.Step(0.01, 1);
    }

    private static Tensor Loss(nn.Module<Tensor, Tensor> network, Tensor x) => (network.call(x) - x.sum(1, keepdim: true)).square().mean();

    private static Tensor Input(int step) => tensor([.. Enumerable.Range(0, 12).Select(n => (float)Math.Sin((step * 12) + n))], [4, 3]);

    private static nn.Module<Tensor, Tensor> Network()
    {
        nn.Module<Tensor, Tensor> network = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1));
        using IDisposable still = no_grad();
        foreach (Tensor weight in network.parameters()) weight.copy_(linspace(-0.5, 0.7, weight.numel()).reshape(weight.shape));
        return network;
    }
}
