namespace StrokeFramework.Conformance.Inputs;

/// <summary>The scenes that every stage which works on images must bear.</summary>
internal static class HeadScenes
{
    /// <summary>Turned by about 20 degrees about two axes.</summary>
    private static readonly AffineTransform Oblique = new(new(3.76, 1.29, 0.44), new(-1.2, 3.07, 1.2), new(0, -2.05, 5.64), new(-60, -110, 12));

    /// <summary>Stored from superior to inferior, then right to left, then anterior to posterior.</summary>
    private static readonly AffineTransform Flipped = new(new(0, 0, -6), new(-4, 0, 0), new(0, -3.5, 0), new(90, 95, 40));

    /// <summary>Each with its name and what it is, as it stands after "on".</summary>
    public static IReadOnlyList<(string Name, string Title, HeadScene Scene)> Awkward { get; } =
    [
        ("zero-volume", "an image of zeros with an empty brain mask", new() { Content = HeadContent.Zero }),
        ("constant", "an image of one intensity", new() { Content = HeadContent.Constant }),
        ("no-lesion", "a brain without a lesion", new() { Content = HeadContent.NoLesion }),
        ("all-lesion", "a brain that is lesion everywhere", new() { Content = HeadContent.AllLesion }),
        ("nan-voxels", "an image with NaN and infinite voxels", new() { Content = HeadContent.SomeNotFinite }),
        ("nothing-but-nan", "an image of nothing but NaN", new() { Content = HeadContent.AllNaN }),
        ("one-voxel", "an image of one voxel", new() { Size = new(1, 1, 1), Content = HeadContent.AllLesion }),
        ("single-slice", "a picture: a volume of one slice", new() { Size = new(61, 47, 1) }),
        ("anisotropic", "voxels of 0.5 x 3 x 15 mm", new() { Size = new(96, 40, 5), Spacing = new(0.5, 3, 15) }),
        ("oblique", "an oblique grid", new() { Map = Oblique }),
        ("flipped-axes", "a grid whose axes run to inferior, left and posterior", new() { Size = new(10, 48, 56), Map = Flipped }),
        ("needs-alone", "a study that carries what the stage needs and nothing more", new() { NeedsAlone = true }),
    ];
}
