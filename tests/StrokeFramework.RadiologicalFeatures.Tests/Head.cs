namespace StrokeFramework.RadiologicalFeatures.Tests;

/// <summary>A head that is symmetric about a plane, with a lesion where a test wants one.</summary>
internal sealed record Head
{
    public GridSize Size { get; init; } = new(64, 72, 14);

    public AffineTransform Map { get; init; } = new(new(2, 0, 0), new(0, 2, 0), new(0, 0, 6), new(-64, -70, -40));

    /// <summary>Turn of the plane between the hemispheres, in degrees.</summary>
    public double Turn { get; init; }

    /// <summary>Whether a point in mm belongs to the lesion; x to the right of the plane, y to anterior, z to superior.</summary>
    public Func<double, double, double, bool> Lesion { get; init; } = (_, _, _) => false;

    public double LesionDwi { get; init; } = 3;

    public double LesionAdc { get; init; } = 0.4e-3;

    /// <summary>The study and its lesions.</summary>
    public (DiffusionStudy Study, LesionSet Lesions) Make()
    {
        var geometry = new VolumeGeometry(Size, Map);
        int count = (int)Size.Count;
        float[] dwi = new float[count], adc = new float[count];
        byte[] brain = new byte[count];
        var groups = new List<int>();
        (double sin, double cos) = Math.SinCos(Turn * Math.PI / 180);
        for (int v = 0; v < count; v++)
        {
            Point3 at = geometry.ToWorld(v % Size.I, v / Size.I % Size.J, v / Size.SliceCount);
            (double x, double y, double z) = ((cos * at.X) + (sin * at.Y), (-sin * at.X) + (cos * at.Y), at.Z);
            if ((x * x / 2704) + (y * y / 3844) + (z * z / 1300) > 1) continue;
            brain[v] = 1;
            // Not the same everywhere, but the same on both sides.
            bool ventricle = Math.Abs(Math.Abs(x) - 9) < 5 && Math.Abs(y - 4) < 18 && Math.Abs(z) < 14;
            dwi[v] = ventricle ? 0.4f : 1;
            adc[v] = ventricle ? 3e-3f : 0.8e-3f;
            if (!Lesion(x, y, z)) continue;
            groups.Add(v);
            dwi[v] = (float)LesionDwi;
            adc[v] = (float)LesionAdc;
        }

        DiffusionStudy study = new DiffusionStudy(new(geometry, dwi)).WithAdc(new Volume<float>(geometry, adc)).WithBrainMask(new Volume<byte>(geometry, brain));
        IReadOnlyList<Lesion> lesions = groups.Count == 0 ? [] : [new(1, LesionPolarity.Hyperintense, groups.ToArray(), groups.Count * geometry.VoxelVolume)];
        return (study, new(geometry, lesions));
    }

    /// <summary>Measures the one lesion and names the values.</summary>
    public Dictionary<string, double> Measure(RadiologicalFeaturesSettings? settings = null) => Measure(Make(), settings);

    public static Dictionary<string, double> Measure((DiffusionStudy Study, LesionSet Lesions) made, RadiologicalFeaturesSettings? settings = null, StageContext? context = null)
    {
        FeatureTable table = Extract(made, settings, context);
        double[] values = Assert.Single(table.Rows).Values.ToArray();
        return table.Schema.Columns.Select((c, n) => (c.Name, values[n])).ToDictionary(c => c.Name, c => c.Item2);
    }

    public static FeatureTable Extract((DiffusionStudy Study, LesionSet Lesions) made, RadiologicalFeaturesSettings? settings = null, StageContext? context = null)
    {
        var stage = new RadiologicalFeatureExtractor();
        ((IStage)stage).Configure(settings ?? new RadiologicalFeaturesSettings { Place = true });
        return stage.Extract(made.Study, made.Lesions, context ?? new StageContext());
    }
}
