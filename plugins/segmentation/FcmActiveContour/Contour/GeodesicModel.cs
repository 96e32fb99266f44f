using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour.Contour;

/// <summary>
/// The geodesic active contour of Caselles, Kimmel &amp; Sapiro (1997, <see href="https://doi.org/10.1023/A:1007979827043"/>): the
/// contour's length counts less on edges, where g = 1 / (1 + (|grad S| / K)²) is small.
/// </summary>
internal sealed class GeodesicModel : ContourModel
{
    private readonly float _contraction;

    /// <param name="box">Image and domain.</param>
    /// <param name="contrast">The height of a step that is an edge, in intensity.</param>
    /// <param name="width">Standard deviation of the smoothing before the gradient is taken, in mm.</param>
    /// <param name="contraction">Force inwards per g.</param>
    /// <param name="smoothed">Standard deviation of the smoothing that the image has been through already, in mm.</param>
    public GeodesicModel(ContourBox box, double contrast, double width, double contraction, double smoothed = 0)
        : base(box)
    {
        _contraction = (float)contraction;
        MakeEdge(contrast, width, smoothed);
        for (int p = 0; p < Edge.Length; p++) Force[p] = -_contraction * Edge[p];
    }

    /// <inheritdoc/>
    public override bool MovesBySlope => true;

    /// <summary>None: a function that moves by its slope does not move where it is cut off.</summary>
    public override float Reach => float.PositiveInfinity;

    /// <inheritdoc/>
    public override void Update()
    {
        // The force depends on the image alone.
    }

    /// <inheritdoc/>
    public override double RegionEnergy()
    {
        double energy = 0;
        for (int p = 0; p < Force.Length; p++)
        {
            if (Box.Level[p] > 0) energy -= Force[p] * Box.Domain[p];
        }

        return energy;
    }

    /// <summary>K is half the greatest slope of a step of the contrast after smoothing.</summary>
    private void MakeEdge(double contrast, double width, double smoothed)
    {
        // The domain's border must not look like an edge: smooth the image and the domain alike and divide.
        var image = new float[Box.Size.Count];
        var domain = new float[Box.Size.Count];
        Copy(Box.Image, image);
        Copy(Box.Domain, domain);
        image = GaussianBlur.Apply(image, Box.Size, Box.Spacing, width);
        domain = GaussianBlur.Apply(domain, Box.Size, Box.Spacing, width);
        var smooth = new float[Edge.Length];
        for (int v = 0; v < image.Length; v++) smooth[Place(v)] = domain[v] > 0 ? image[v] / domain[v] : 0;
        double reach = Math.Max(Math.Sqrt((width * width) + (smoothed * smoothed)), 0.5 * Box.Voxel), slope = 0.5 * contrast / (reach * Math.Sqrt(2 * Math.PI));
        Array.Fill(Edge, 1);
        for (int v = 0; v < image.Length; v++)
        {
            int p = Place(v);
            double x = Difference(smooth, p, 1) / Box.Spacing.X, y = Difference(smooth, p, Box.RowStride) / Box.Spacing.Y;
            double z = Box.StepZ == 0 ? 0 : Difference(smooth, p, Box.StepZ) / Box.Spacing.Z;
            Edge[p] = (float)(1 / (1 + (((x * x) + (y * y) + (z * z)) / (slope * slope))));
        }
    }

    private double Difference(float[] values, int p, int step) =>
        0.5 * (((values[p + step] - values[p]) * Box.Domain[p + step]) + ((values[p] - values[p - step]) * Box.Domain[p - step]));

    private int Place(int v) => Box.IndexOf(v % Box.Size.I, v / Box.Size.I % Box.Size.J, v / Box.Size.SliceCount);

    private void Copy(float[] from, float[] to)
    {
        for (int v = 0; v < to.Length; v++) to[v] = from[Place(v)];
    }
}
