using StrokeFramework.Imaging;

namespace StrokeFramework.StatisticalFeatures.Tests;

/// <summary>Makes small studies with lesions and measures them.</summary>
internal static class Picture
{
    public const int Mean = 0, Median = 1, StandardDeviation = 2, Mode = 3, BoundaryMean = 4, Compactness = 5;

    /// <summary>A study whose DWI and mask are functions of the voxel.</summary>
    public static (DiffusionStudy Study, LesionSet Lesions) Make(
        GridSize size, Point3 spacing, Func<int, int, int, bool> inside, Func<int, int, int, float>? intensity = null)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size, spacing);
        var mask = new byte[size.Count];
        var image = new float[size.Count];
        for (int v = 0; v < mask.Length; v++)
        {
            (int i, int j, int k) = (v % size.I, v / size.I % size.J, v / size.SliceCount);
            mask[v] = inside(i, j, k) ? (byte)1 : (byte)0;
            image[v] = intensity?.Invoke(i, j, k) ?? 0.5f;
        }

        return (StudyOf(new(geometry, image)), LesionFinder.Find(new Segmentation(new(geometry, mask))));
    }

    public static DiffusionStudy StudyOf(Volume<float> dwi) => new DiffusionStudy(dwi).WithDwi(dwi, unitIntensity: true);

    public static FeatureTable Measure(
        (DiffusionStudy Study, LesionSet Lesions) picture, StatisticalFeaturesSettings? settings = null, StageContext? context = null)
    {
        var stage = new StatisticalFeatureExtractor();
        stage.Configure(settings ?? new());
        return stage.Extract(picture.Study, picture.Lesions, context ?? new StageContext());
    }

    public static double[] MeasureOne((DiffusionStudy Study, LesionSet Lesions) picture, StatisticalFeaturesSettings? settings = null) =>
        Assert.Single(Measure(picture, settings).Rows).Values.ToArray();
}
