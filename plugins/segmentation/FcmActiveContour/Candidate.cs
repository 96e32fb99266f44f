using StrokeFramework.FcmActiveContour.Contour;

namespace StrokeFramework.FcmActiveContour;

/// <summary>A contour that came to rest, and how far what is inside stands out.</summary>
/// <param name="Start">Voxels where it started.</param>
/// <param name="Voxels">Linear indices of the voxels inside.</param>
/// <param name="Steps">Steps it took.</param>
/// <param name="Asymmetry">Distance of its mean from that of its mirror image, as a part of its distance from normal tissue.</param>
/// <param name="Evidence">Distance from the mirror image in robust standard deviations, times its diameter in mm.</param>
/// <param name="History">Energy and volume of the contour; null when nobody looks.</param>
internal sealed record Candidate(int Start, IReadOnlyList<int> Voxels, int Steps, double Asymmetry, double Evidence, ContourHistory? History);
