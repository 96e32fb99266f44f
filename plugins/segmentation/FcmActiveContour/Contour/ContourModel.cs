namespace StrokeFramework.FcmActiveContour.Contour;

/// <summary>What drives a contour.</summary>
internal abstract class ContourModel
{
    /// <param name="box">Image and domain.</param>
    protected ContourModel(ContourBox box)
    {
        Box = box;
        Edge = new float[box.Level.Length];
        Force = new float[box.Level.Length];
    }

    /// <summary>Weight g of the contour's length for each place of the box's arrays.</summary>
    public float[] Edge { get; }

    /// <summary>Force outwards for each place of the box's arrays, as of the last <see cref="Update"/>.</summary>
    public float[] Force { get; }

    /// <summary>Whether the level-set function moves by its slope instead of its delta function.</summary>
    public abstract bool MovesBySlope { get; }

    /// <summary>Largest distance that the level-set function keeps, in voxel widths.</summary>
    public abstract float Reach { get; }

    /// <summary>The image and the level-set function.</summary>
    protected ContourBox Box { get; }

    /// <summary>Makes the force that belongs to the level-set function as it is.</summary>
    public abstract void Update();

    /// <summary>What the contour makes small besides its weighted length, in voxels.</summary>
    public abstract double RegionEnergy();
}
