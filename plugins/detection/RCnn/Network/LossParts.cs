namespace StrokeFramework.RCnn.Network;

/// <summary>The parts of the loss of one picture.</summary>
/// <param name="Objectness">Of anchors: object or not.</param>
/// <param name="ProposalBox">Of anchors: where the object is.</param>
/// <param name="Naming">Of regions: which class.</param>
/// <param name="Box">Of regions: where the lesion is.</param>
internal sealed record LossParts(double Objectness, double ProposalBox, double Naming, double Box)
{
    /// <summary>What the parts are called, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["loss", "objectness", "proposal box", "class", "box"];

    /// <summary>Their sum, and the parts.</summary>
    public double[] Values() => [Objectness + ProposalBox + Naming + Box, Objectness, ProposalBox, Naming, Box];
}
