namespace StrokeFramework.Imaging;

/// <summary>Which voxels touch. A grid with one slice is a picture, so each value names a rule in 2-D and in 3-D.</summary>
public enum Connectivity
{
    /// <summary>Voxels that share a face: 4-connected in a picture, 6-connected in a volume.</summary>
    Faces,

    /// <summary>Voxels that share a face, an edge or a corner: 8-connected in a picture, 26-connected in a volume.</summary>
    Full,
}
