namespace StrokeFramework.Host.Tests.Caching;

/// <summary>A preprocessor that counts its calls and, unless told otherwise, adds one to every voxel.</summary>
internal sealed class CountingStep(Func<DiffusionStudy, StageContext, DiffusionStudy>? work = null) : Preprocessor<NoSettings>
{
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public static DiffusionStudy Add(DiffusionStudy study, float term) =>
        study.WithDwi(new Volume<float>(study.Geometry, study.Dwi.Span.ToArray().Select(v => v + term).ToArray()), false);

    public override DiffusionStudy Process(DiffusionStudy study, StageContext context)
    {
        Interlocked.Increment(ref _calls);
        return work is null ? Add(study, 1) : work(study, context);
    }
}
