namespace StrokeFramework.Host.Reporting;

/// <summary>One image of a study.</summary>
/// <param name="Name">What it is, such as <c>DWI</c>.</param>
/// <param name="Volume">The voxels; those that are not finite are shown black.</param>
/// <param name="Unit">Unit of the values, such as <c>mm²/s</c>; empty where there is none.</param>
public sealed record StudyImage(string Name, Volume<float> Volume, string Unit = "");
