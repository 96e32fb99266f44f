using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.Networks.Tests;

public sealed class AveragedWeightsTests
{
    [Fact]
    public void Follow_MovesAPartOfTheWayToTheWeights_AndCopiesCounts()
    {
        using DisposeScope scope = NewDisposeScope();
        using var averages = nn.BatchNorm1d(2);
        using var network = nn.BatchNorm1d(2);
        using (no_grad())
        {
            averages.weight.fill_(1);
            network.weight.fill_(3);
        }

        network.train();
        network.call(ones(4, 2)).Dispose();
        AveragedWeights.Follow(averages, network, 0.75);
        Assert.Equal([1.5f, 1.5f], averages.weight.data<float>().ToArray());
        // The running mean of the network is a tenth of 1 after one batch of ones; a quarter of that is here.
        Assert.Equal(0.025f, averages.state_dict()["running_mean"][0].item<float>(), 1e-6f);
        Assert.Equal(1, averages.state_dict()["num_batches_tracked"].item<long>());
    }
}
