namespace StrokeFramework.RCnn.Network;

/// <summary>What the trunk and the proposal head say of a picture.</summary>
/// <param name="Maps">The trunk's maps.</param>
/// <param name="Anchors">[n, 4], of all maps.</param>
/// <param name="Objectness">[n], logits.</param>
/// <param name="Codes">[n, 4].</param>
internal sealed record Proposals(Tensor[] Maps, Tensor Anchors, Tensor Objectness, Tensor Codes);
