namespace StrokeFramework.Host.Evaluation;

/// <summary>One figure of a comparison, ready for a table.</summary>
/// <param name="Id">Short name for CSV headers, such as <c>fpr_union</c>.</param>
/// <param name="Name">Name for people, which names the denominator where there are several.</param>
/// <param name="Value">The figure; NaN where it is undefined.</param>
/// <param name="Unit">Its unit; empty for a pure number.</param>
/// <param name="Description">How it is made, in a phrase.</param>
public sealed record MetricValue(string Id, string Name, double Value, string Unit, string Description)
{
    /// <summary>The unit of whole numbers of lesions.</summary>
    public const string Count = "lesions";
}
