namespace StrokeFramework.RCnn.Network;

/// <summary>The parts of the loss of one picture.</summary>
/// <param name="Objectness">Of anchors: object or not.</param>
/// <param name="ProposalBox">Of anchors: where the object is.</param>
/// <param name="Naming">Of regions: which class.</param>
/// <param name="Box">Of regions: where the lesion is.</param>
internal sealed record LossParts(Tensor Objectness, Tensor ProposalBox, Tensor Naming, Tensor Box)
{
    /// <summary>What the parts are called, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["loss", "objectness", "proposal box", "class", "box"];

    /// <summary>Their sum.</summary>
    public Tensor Total { get; } = Objectness.Plus(ProposalBox).Plus(Naming).Plus(Box);

    /// <summary>The total and the parts as numbers.</summary>
    public double[] Values() => [Total.item<float>(), Objectness.item<float>(), ProposalBox.item<float>(), Naming.item<float>(), Box.item<float>()];
}
