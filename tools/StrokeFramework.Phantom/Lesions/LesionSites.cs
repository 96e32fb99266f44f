using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>Where lesions of each kind tend to lie, in reference mm on the right side (x positive).</summary>
internal static class LesionSites
{
    // Centers of arterial territories and how often infarcts fall there; the middle cerebral artery leads in every series.
    private static readonly (Vector3 At, double Weight)[] Infarcts =
    [
        (new(46, 8, 30), 3.0),     // middle cerebral, upper division
        (new(48, -36, 22), 2.5),   // middle cerebral, lower division
        (new(44, -18, 44), 1.5),   // middle cerebral, central
        (new(27, 0, 8), 2.0),      // perforators: lentiform nucleus and internal capsule
        (new(26, -5, 28), 1.5),    // corona radiata
        (new(12, 40, 28), 1.0),    // anterior cerebral
        (new(20, -78, 10), 1.5),   // posterior cerebral
        (new(10, -17, 7), 0.7),    // thalamus
        (new(22, -64, -34), 0.8),  // cerebellum
    ];

    private static readonly (Vector3 At, double Weight)[] Hemorrhages =
    [
        (new(26, 0, 4), 3.5),      // lentiform nucleus
        (new(12, -17, 8), 2.0),    // thalamus
        (new(36, -40, 26), 1.5),   // parietal lobe
        (new(32, 28, 16), 1.2),    // frontal lobe
        (new(40, -14, -14), 0.8),  // temporal lobe
        (new(20, -62, -34), 0.8),  // cerebellum
    ];

    private static readonly (Vector3 At, double Weight)[] BesideVentricle =
    [
        (new(18, 24, 10), 1), (new(20, 4, 24), 1.5), (new(32, -36, 18), 1.5), (new(36, -62, 8), 1),
    ];

    /// <summary>Draws a place.</summary>
    /// <param name="round">A hemorrhage's site rather than an infarct's.</param>
    /// <param name="besideVentricle">A site against a lateral ventricle.</param>
    /// <param name="random">The stream to draw from.</param>
    public static Vector3 Draw(bool round, bool besideVentricle, PhantomRandom random)
    {
        (Vector3 At, double Weight)[] sites = besideVentricle ? BesideVentricle : round ? Hemorrhages : Infarcts;
        Vector3 at = sites[random.Pick([.. sites.Select(site => site.Weight)])].At;
        float spread = besideVentricle ? 3 : 8;
        at += spread * new Vector3((float)random.Normal(), (float)random.Normal(), (float)random.Normal());
        at.X = MathF.Max(at.X, 6);
        if (random.Chance(0.5)) at.X = -at.X;
        return at;
    }
}
