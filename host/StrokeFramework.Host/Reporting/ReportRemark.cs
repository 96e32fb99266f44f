namespace StrokeFramework.Host.Reporting;

/// <summary>A sentence for the reader.</summary>
/// <param name="Kind">How much it matters.</param>
/// <param name="Message">The sentence.</param>
public sealed record ReportRemark(RemarkKind Kind, string Message);
