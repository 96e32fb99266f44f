namespace StrokeFramework.TestSupport;

/// <summary>An ellipsoidal lesion of <see cref="EllipsePhantom"/>.</summary>
/// <param name="Center">Its center relative to the brain's, in mm.</param>
/// <param name="Radii">Its radii in mm.</param>
/// <param name="Level">Its intensity on the unit range; normal brain is at 0.1.</param>
public sealed record PhantomLesion(Point3 Center, Point3 Radii, double Level);
