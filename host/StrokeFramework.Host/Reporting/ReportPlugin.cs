namespace StrokeFramework.Host.Reporting;

/// <summary>A plugin that took part.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">SHA-256 of its assembly, hexadecimal; may be empty.</param>
public sealed record ReportPlugin(string Id, string Version, string Sha256 = "");
