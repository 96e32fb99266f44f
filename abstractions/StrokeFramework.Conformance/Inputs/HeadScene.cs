namespace StrokeFramework.Conformance.Inputs;

/// <summary>
/// Makes a study of a simple head: an ellipsoidal brain with texture, two ventricles, a bright and a dark lesion, ADC map,
/// b0 image and brain mask. It has no anatomy; it serves to see how a stage behaves, not what it finds.
/// </summary>
internal sealed record HeadScene
{
    private const float Air = 0.01f, Tissue = 0.4f, Fluid = 0.2f, Bright = 0.75f, Dark = 0.08f;

    /// <summary>Full scale of images that are not on the unit range.</summary>
    private const float FullScale = 4095;

    public GridSize Size { get; init; } = new(48, 56, 10);

    /// <summary>Voxel spacing in mm, where no map is given.</summary>
    public Point3 Spacing { get; init; } = new(4, 3.5, 6);

    /// <summary>Index to world, or null for an upright grid.</summary>
    public AffineTransform? Map { get; init; }

    public HeadContent Content { get; init; } = HeadContent.Lesions;

    /// <summary>Whether the study carries what is needed and nothing more.</summary>
    public bool NeedsAlone { get; init; }

    /// <summary>Makes the study and the labels of its lesions.</summary>
    /// <param name="needs">What the study must carry.</param>
    public (DiffusionStudy Study, Volume<byte> Labels) Make(StudyTraits needs)
    {
        VolumeGeometry grid = Map is { } map ? new(Size, map) : VolumeGeometry.FromSpacing(Size, Spacing);
        bool unit = needs.HasFlag(StudyTraits.UnitIntensity);
        var random = new Random(20);
        float[] dwi = new float[Size.Count], adc = new float[Size.Count], b0 = new float[Size.Count];
        byte[] brain = new byte[Size.Count], labels = new byte[Size.Count];
        for (int v = 0; v < dwi.Length; v++)
        {
            (float level, labels[v], bool inside) = At(v);
            float noise = Content == HeadContent.Constant || level == 0 ? 0 : 0.05f * (random.NextSingle() - 0.5f) * (inside ? 1 : 0.2f);
            brain[v] = inside ? (byte)1 : (byte)0;
            dwi[v] = unit ? level + noise : MathF.Round(FullScale * (level + noise));
            adc[v] = !inside ? 0 : level == Fluid ? 0.003f : level == Bright ? 0.0005f : level == Dark ? 0.002f : 0.0008f + (0.001f * noise);
            b0[v] = MathF.Round(FullScale * (inside ? 0.5f - noise : level));
            if (Content == HeadContent.AllNaN) dwi[v] = adc[v] = b0[v] = float.NaN;
            if (Content == HeadContent.SomeNotFinite && v % 7 == 0) dwi[v] = adc[v] = b0[v] = v % 3 == 0 ? float.PositiveInfinity : v % 5 == 0 ? float.NegativeInfinity : float.NaN;
        }

        var study = new DiffusionStudy(new(grid, dwi), "conformance", acquisition: new() { BValue = 1000, BitsStored = unit ? null : 12, EchoTime = 90 });
        if (unit) study = study.WithDwi(study.Dwi, unitIntensity: true);
        if (Carries(StudyTraits.Adc)) study = study.WithAdc(new(grid, adc));
        if (Carries(StudyTraits.B0)) study = study.WithB0(new(grid, b0));
        if (Carries(StudyTraits.BrainMask)) study = study.WithBrainMask(new(grid, brain));
        return (study, new(grid, labels));

        bool Carries(StudyTraits trait) => !NeedsAlone || needs.HasFlag(trait);
    }

    private (float Level, byte Label, bool Brain) At(int v)
    {
        switch (Content)
        {
            case HeadContent.Zero: return (0, 0, false);
            case HeadContent.Constant: return (Tissue, 0, true);
            case HeadContent.AllLesion: return (Bright, 1, true);
        }

        // From -1 to 1 along each axis, 0 along an axis of one voxel.
        double x = Along(v % Size.I, Size.I), y = Along(v / Size.I % Size.J, Size.J), z = Along(v / Size.SliceCount, Size.K);
        if (Reach(x, y, z, 0.85, 0.9, 1.1) > 1) return (Air, 0, false);
        if (Content != HeadContent.NoLesion && Reach(x - 0.42, y - 0.1, z, 0.2, 0.25, 0.5) <= 1) return (Bright, (byte)LesionPolarity.Hyperintense, true);
        if (Content != HeadContent.NoLesion && Reach(x + 0.45, y + 0.35, z, 0.15, 0.15, 0.4) <= 1) return (Dark, (byte)LesionPolarity.Hypointense, true);
        return (Reach(Math.Abs(x) - 0.15, y, z, 0.08, 0.3, 0.5) <= 1 ? Fluid : Tissue, 0, true);
    }

    private static double Along(int index, int count) => count == 1 ? 0 : (2.0 * index / (count - 1)) - 1;

    private static double Reach(double x, double y, double z, double a, double b, double c) => ((x / a) * (x / a)) + ((y / b) * (y / b)) + ((z / c) * (z / c));
}
