using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Network;

/// <summary>The weights that training starts from.</summary>
internal static class StartingWeights
{
    // What says how boxes differ starts by saying little; what is rare starts as unlikely (Lin et al. 2017, focal loss).
    private const double OutputDeviation = 0.01, RarePrior = 0.02;

    /// <summary>
    /// Draws them: normal with the variance of He et al. 2015, those of the layers that answer with a deviation of 0.01. The
    /// generator is the framework's, since libtorch's own is shared with every plugin of the process.
    /// </summary>
    public static void Draw(RCnnNetwork network, Random random)
    {
        using IDisposable still = no_grad();
        using DisposeScope scope = NewDisposeScope();
        foreach ((string name, Parameter parameter) in network.named_parameters())
        {
            bool output = name.Contains("objectness", StringComparison.Ordinal) || name.Contains("codes", StringComparison.Ordinal) || name.Contains("logits", StringComparison.Ordinal);
            bool weight = name.EndsWith("weight", StringComparison.Ordinal);
            if (parameter.shape.Length > 1) Fill(parameter, output ? OutputDeviation : Math.Sqrt(2.0 * parameter.shape[0] / parameter.NumberOfElements), random);
            else parameter.FillWith(weight ? 1 : name.Contains("objectness", StringComparison.Ordinal) ? Math.Log(RarePrior / (1 - RarePrior)) : 0);
        }
    }

    private static void Fill(Tensor parameter, double deviation, Random random)
    {
        var values = new float[parameter.NumberOfElements];
        for (int n = 0; n < values.Length; n += 2)
        {
            // Box and Muller's two normal numbers from two uniform ones.
            double radius = deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())), angle = 2 * Math.PI * random.NextDouble();
            values[n] = (float)(radius * Math.Cos(angle));
            if (n + 1 < values.Length) values[n + 1] = (float)(radius * Math.Sin(angle));
        }

        parameter.copy_(tensor(values).reshape(parameter.shape));
    }
}
