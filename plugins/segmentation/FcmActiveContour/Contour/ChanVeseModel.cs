using System.Numerics;

namespace StrokeFramework.FcmActiveContour.Contour;

/// <summary>
/// The active contour without edges of Chan &amp; Vese (2001, <see href="https://doi.org/10.1109/83.902291"/>): inside and outside
/// shall each be close to their own mean.
/// </summary>
internal sealed class ChanVeseModel : ContourModel
{
    private readonly double _scale;
    private readonly float _contraction;
    private readonly double _all;
    private readonly double _sum;

    /// <param name="box">Image and domain.</param>
    /// <param name="contrast">The difference of intensity that counts as 1.</param>
    /// <param name="contraction">Weight nu of the area inside.</param>
    public ChanVeseModel(ContourBox box, double contrast, double contraction)
        : base(box)
    {
        _contraction = (float)contraction;
        Array.Fill(Edge, 1);
        _scale = 1 / (contrast * contrast);
        (_all, _sum) = (box.Surroundings.Count, box.Surroundings.Sum);
        for (int p = 0; p < box.Image.Length; p++)
        {
            _all += box.Domain[p];
            _sum += box.Image[p];
        }
    }

    /// <summary>Mean of the image inside the contour; 0 when nothing is inside.</summary>
    public double InsideMean { get; private set; }

    /// <summary>Mean of the image outside, the surroundings of the box among it; 0 when nothing is outside.</summary>
    public double OutsideMean { get; private set; }

    /// <inheritdoc/>
    public override bool MovesBySlope => false;

    /// <summary>
    /// One voxel. The delta function is then a sixth at least everywhere, so that the contour does not slow down as the
    /// function steepens, and a voxel that was far outside for long changes sides as soon as one that was near.
    /// </summary>
    public override float Reach => 1;

    /// <inheritdoc/>
    public override void Update()
    {
        Means();
        // (S - c2)² - (S - c1)² = 2 (c1 - c2) (S - (c1 + c2) / 2), which is the outward force.
        float gain = (float)(2 * (InsideMean - OutsideMean) * _scale), middle = (float)(0.5 * (InsideMean + OutsideMean));
        float[] image = Box.Image;
        for (int p = 0; p < image.Length; p += Vector<float>.Count) ((gain * (new Vector<float>(image, p) - new Vector<float>(middle))) - new Vector<float>(_contraction)).CopyTo(Force, p);
    }

    /// <inheritdoc/>
    public override double RegionEnergy()
    {
        double energy = 0;
        for (int p = 0; p < Box.Image.Length; p++)
        {
            if (Box.Domain[p] == 0) continue;
            double distance = Box.Image[p] - (Box.Level[p] > 0 ? InsideMean : OutsideMean);
            energy += (distance * distance * _scale) + (Box.Level[p] > 0 ? _contraction : 0);
        }

        return energy;
    }

    private void Means()
    {
        double inside = 0, sum = 0;
        Vector<float> some = Vector<float>.Zero, values = Vector<float>.Zero;
        int lanes = Vector<float>.Count, batch = 0;
        for (int p = 0; p < Box.Image.Length; p += lanes)
        {
            Vector<float> weight = Vector.ConditionalSelect(Vector.GreaterThan(new Vector<float>(Box.Level, p), Vector<float>.Zero), new Vector<float>(Box.Domain, p), Vector<float>.Zero);
            some += weight;
            values += weight * new Vector<float>(Box.Image, p);
            // Single precision holds for a stretch; the stretches are summed in double.
            if (++batch < 256 && p + lanes < Box.Image.Length) continue;
            inside += Vector.Sum(some);
            sum += Vector.Sum(values);
            (some, values, batch) = (Vector<float>.Zero, Vector<float>.Zero, 0);
        }

        InsideMean = inside > 0 ? sum / inside : 0;
        OutsideMean = _all > inside ? (_sum - sum) / (_all - inside) : 0;
    }
}
