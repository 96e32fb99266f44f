using StrokeFramework.TestSupport;

namespace StrokeFramework.Phantom.Tests;

/// <summary>Training volumes small enough for tests: the same head on a grid of 4 mm.</summary>
internal static class SmallAcute
{
    private static readonly Lazy<AcuteTrainingLibrary> Loaded = new(() => AcuteTrainingLibrary.Load(SharedData.PathOf("data/template")));

    public static AcuteTrainingSettings Settings { get; } = new() { Size = new(56, 56, 36), Spacing = new(4, 4, 4) };

    /// <summary>A scanner that adds nothing: what differs between two volumes differs in their tissue or gain.</summary>
    public static AcuteTrainingSettings Clean { get; } = Settings with
    {
        Acquisition = new()
        {
            InPlaneBlur = new(0, 0), SliceBlur = new(0, 0), Noise = new(1e-7, 1e-7), CorrelationChance = 0, ShiftChance = 0,
            StripChance = 1, RingingChance = 0,
        },
    };

    /// <summary>The template data; the test is skipped, saying so, where it is absent.</summary>
    public static AcuteTrainingLibrary Library
    {
        get
        {
            SharedData.PathOf("data/template");
            return Loaded.Value;
        }
    }

    public static AcuteTrainingStudy Create(long index, AcuteTrainingSettings? settings = null) =>
        AcuteTrainingGenerator.Create(Library, settings ?? Settings, 5, index);
}
