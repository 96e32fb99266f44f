namespace StrokeFramework.Host.Reporting;

/// <summary>A file that went into a study.</summary>
/// <param name="Role">What it is, such as <c>DWI</c>.</param>
/// <param name="File">Its name or path, as it should be shown.</param>
/// <param name="Sha256">SHA-256 of its bytes, hexadecimal.</param>
public sealed record ReportInput(string Role, string File, string Sha256);
