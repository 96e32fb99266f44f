namespace StrokeFramework;

/// <summary>For a stage without parameters.</summary>
public sealed record NoSettings;
