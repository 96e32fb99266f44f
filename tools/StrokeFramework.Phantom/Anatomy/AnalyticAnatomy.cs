using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// A brain made of formulas: two folded hemispheres with temporal lobes, insula, deep nuclei and ventricles, a cerebellum
/// and a brainstem, bathed in CSF, in a dark skull under a faint scalp. Sizes are rounded from the MNI brain; every
/// subject's folding, ventricles and sulci differ.
/// </summary>
public sealed class AnalyticAnatomy : IAnatomy
{
    private const float Ramp = 0.9f, CortexThickness = 2.9f, Far = 20;
    private static readonly Vector3 Center = new(0, -17, 8);

    // Paired bodies are given on the right; points come with their x made positive.
    private static readonly Ellipsoid TemporalLobe = new(new(41, -10, -20), new(22, 40, 21));
    private static readonly Ellipsoid CerebellarLobe = new(new(19, -64, -36), new(35, 29, 24));
    private static readonly Ellipsoid Caudate = new(new(13, 14, 9), new(5, 11, 9));
    private static readonly Ellipsoid Lentiform = new(new(25, 2, 1), new(7, 16, 10));
    private static readonly Ellipsoid Thalamus = new(new(10, -17, 7), new(8, 13, 9));
    private static readonly Ellipsoid Cistern = new(new(0, -8, -20), new(24, 26, 14));

    private readonly FoldField _folds;
    private readonly SmoothNoise _variation;
    private readonly Ventricles _ventricles;
    private readonly float _sulcus, _fissure, _layer, _scalp;

    /// <summary>Draws a subject.</summary>
    /// <param name="random">The stream to draw from.</param>
    public AnalyticAnatomy(PhantomRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        // Atrophy widens all CSF spaces together.
        double atrophy = Math.Pow(random.NextDouble(), 1.5);
        _folds = new(random.Fork(1), random.Uniform(18, 22));
        _variation = new(random.Fork(2), new(-90, -125, -70), new(90, 90, 95), 14);
        _ventricles = new((float)random.Uniform(0.75, 1.0 + (0.5 * atrophy)));
        _sulcus = (float)(0.05 + (0.45 * atrophy));
        _fissure = (float)(0.5 + (0.7 * atrophy));
        _layer = (float)(1.2 + (1.6 * atrophy));
        _scalp = (float)random.Uniform(7, 10);
    }

    /// <inheritdoc/>
    public Vector4 At(Vector3 reference)
    {
        Vector3 p = reference;
        var folded = new Vector3(MathF.Abs(p.X), p.Y, p.Z);
        float cerebrum = Cerebrum(p, out float norm);
        if (p.Z > 12 && cerebrum > 16) return Vector4.Zero;
        // Most of the head is far from the lower parts; a box each spares their square roots.
        bool low = p.Z < 12;
        float temporal = low && folded.X > 8 ? TemporalLobe.Distance(folded) : Far;
        float cerebellum = low && p.Y < -18 ? CerebellarLobe.Distance(folded) : Far;
        float stem = low && folded.X < 26 ? Implicit.Rod(p, new(0, -20, -8), new(0, -34, -62), 15, 10) : Far;
        float hemisphere = MathF.Min(cerebrum, temporal);
        float surface = MathF.Min(hemisphere, MathF.Min(cerebellum, stem));
        if (surface > _layer + Ramp) return OutsideDura(p, surface);

        Vector4 tissue;
        if (stem < cerebellum && stem < hemisphere) tissue = new(0.3f, 0.7f, 0, 0);
        else if (cerebellum < hemisphere) tissue = Cerebellum(p, cerebellum, hemisphere);
        else tissue = Hemisphere(p, folded, cerebrum, temporal, cerebellum, norm);

        // The subarachnoid layer: what is not tissue is CSF, down to the dura.
        float inside = Implicit.Cover(surface, Ramp), dura = Implicit.Cover(surface - _layer, Ramp);
        tissue *= inside;
        tissue.Z += MathF.Max(0, dura - inside);
        return tissue;
    }

    private static float Cerebrum(Vector3 p, out float norm)
    {
        Vector3 q = p - Center;
        float along = q.Y / 87;
        // Egg-shaped from above: widest behind the middle; flat below, domed above.
        var inverse = new Vector3(1 / (68 * (1 - (0.10f * along) - (0.05f * along * along))), 1 / 87f, q.Z > 0 ? 1 / 70f : 1 / 33f);
        Vector3 e = q * inverse;
        norm = e.Length();
        return norm < 0.05f ? -Far : (norm - 1) * norm / (e * inverse).Length();
    }

    private Vector4 Hemisphere(Vector3 p, Vector3 folded, float cerebrum, float temporal, float cerebellum, float norm)
    {
        float depth = -MathF.Min(cerebrum, temporal);
        // Distance to the nearest CSF-filled fold; each wall is a sheet with its own half-width.
        Vector4 noise = depth < 34 ? _variation.At(p) : default;
        float wall = MathF.Min(Sulcus(p, norm, depth, noise), Midline(folded with { X = MathF.Abs(p.X + noise.X) }) - (0.7f * _fissure));
        wall = MathF.Min(wall, Sylvian(folded + new Vector3(1.6f * noise.Y, 1.6f * noise.Z, 0), cerebrum, temporal) - _fissure);
        wall = MathF.Min(wall, (0.5f * MathF.Abs(MathF.Min(cerebrum, temporal) - cerebellum)) - 0.6f);

        float csf = Implicit.Cover(wall, Ramp);
        float cortexDepth = MathF.Min(depth, wall);
        float grey = Implicit.Cover(cortexDepth - CortexThickness - (0.4f * noise.W), 1.4f);
        float nuclei = 0.85f * Implicit.Cover(DeepNuclei(folded), 1.5f);
        grey = MathF.Max(grey, nuclei);
        csf = MathF.Max(csf, Implicit.Cover(_ventricles.Distance(folded), Ramp));
        return new Vector4(grey * (1 - csf), (1 - grey) * (1 - csf), csf, 0);
    }

    private float Sulcus(Vector3 p, float norm, float depth, Vector4 noise)
    {
        if (depth > 30) return Far;
        // Looking the labyrinth up where the ray from the center meets the surface makes sulci dive straight in.
        Vector3 onSurface = Center + ((p - Center) * (0.12f + (0.88f / MathF.Max(norm, 0.25f))));
        onSurface += 4.5f * new Vector3(noise.X, noise.Y, noise.Z);
        float across = _folds.At(onSurface) * MathF.Min(1, norm);
        float beyond = depth - Math.Clamp(16 + (7 * noise.W), 4, 28);
        if (beyond > 0) across = MathF.Sqrt((across * across) + (beyond * beyond));
        // Sulci open towards the surface.
        return across - (_sulcus * (0.6f + (0.8f * MathF.Exp(-depth / 6))));
    }

    // Distance to the sheet between the hemispheres; the corpus callosum and deep nuclei bridge it.
    private static float Midline(Vector3 folded)
    {
        if (folded.X > 12) return folded.X;
        float bridge = new Vector3(0, (folded.Y + 8) / 45, (folded.Z - 4) / 25).Length();
        float bridged = MathF.Max(0, (1 - bridge) * 25);
        return MathF.Sqrt((folded.X * folded.X) + (bridged * bridged));
    }

    // The cleft between temporal lobe and the rest, and the insula at its floor.
    private static float Sylvian(Vector3 folded, float cerebrum, float temporal)
    {
        if (folded.X < 26 || folded.Y is > 40 or < -55) return 20;
        float medial = MathF.Max(0, 36 - folded.X), back = MathF.Max(0, -38 - folded.Y);
        float cleft = (0.5f * MathF.Abs(cerebrum - temporal)) + medial + back;
        float behind = folded.Y - 4;
        // The insula bulges outwards; behind it the cleft turns to the lateral surface.
        float floor = 38 - (0.010f * behind * behind);
        float y = MathF.Max(0, MathF.Abs(behind) - 17), z = MathF.Max(0, MathF.Abs(folded.Z - 3) - 11);
        float insula = new Vector3(folded.X - floor, y, z).Length();
        float opening = new Vector3(MathF.Max(0, 37 - folded.X), folded.Y + 14 + (0.25f * (folded.X - 36)), MathF.Max(0, MathF.Abs(folded.Z - 4) - 9)).Length();
        return MathF.Min(cleft, MathF.Min(insula, opening));
    }

    private static float DeepNuclei(Vector3 folded)
    {
        if (folded.X > 35 || folded.Y is > 27 or < -32 || folded.Z is > 20 or < -11) return 10;
        float outer = MathF.Min(Caudate.Distance(folded), Lentiform.Distance(folded with { X = folded.X + (0.15f * (folded.Y - 2)) }));
        return MathF.Min(outer, Thalamus.Distance(folded));
    }

    private Vector4 Cerebellum(Vector3 p, float cerebellum, float hemisphere)
    {
        float fourth = _ventricles.Fourth(p);
        float tentorium = (0.5f * (hemisphere - cerebellum)) - 0.6f;
        float csf = MathF.Max(Implicit.Cover(fourth, Ramp), Implicit.Cover(tentorium, Ramp));
        float core = Implicit.Cover(cerebellum + 13, 6);
        // Folia are finer than a voxel: their grey, white and CSF only show as a striped mixture.
        Vector4 noise = _variation.At(p);
        float folia = MathF.Sin((1.25f * cerebellum) + (0.3f * p.Z) + (1.2f * noise.X));
        float leaf = 0.12f + (0.12f * folia);
        csf = MathF.Max(csf, leaf * (1 - core));
        float white = (1 - csf) * (0.2f + (0.65f * core) - (0.1f * folia));
        return new(1 - csf - white, white, csf, 0);
    }

    // Basal cisterns between the lobes, else bone, then scalp.
    private Vector4 OutsideDura(Vector3 p, float surface)
    {
        float cistern = Cistern.Distance(p);
        float csf = Implicit.Cover(cistern, Ramp);
        if (csf > 0) return new(0, 0, csf, 0);
        float scalp = MathF.Abs(surface - _layer - _scalp) - 1.6f;
        return p.Z > -30 ? new(0, 0, 0, Implicit.Cover(scalp, 1.5f)) : Vector4.Zero;
    }
}
