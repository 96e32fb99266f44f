namespace StrokeFramework.Conformance;

/// <summary>How a stage broke a rule.</summary>
/// <param name="Expected">What the rule asks for, as a sentence.</param>
/// <param name="Seen">What the stage did instead, as a sentence.</param>
/// <param name="Mend">What its author can do, as a sentence.</param>
public sealed record CheckFailure(string Expected, string Seen, string Mend)
{
    /// <inheritdoc/>
    public override string ToString() => $"expected: {Expected}{Environment.NewLine}seen:     {Seen}{Environment.NewLine}mend:     {Mend}";
}
