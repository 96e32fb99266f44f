namespace StrokeFramework.Phantom.Tests;

/// <summary>Settings small enough for tests: the same head on a coarser grid.</summary>
internal static class SmallPhantom
{
    public static PhantomSettings Settings { get; } = new()
    {
        Acquisition = new() { Size = new(96, 96, 16), Spacing = new(2.4, 2.4, 7.5) },
    };

    /// <summary>Nothing random in the signal: what is left is the closed form.</summary>
    public static PhantomSettings Plain { get; } = Settings with
    {
        Acquisition = Settings.Acquisition with { Noise = 0, ReceiveBias = 0 },
        Tissues = Settings.Tissues with { SubjectVariation = 0, Texture = 0 },
        Artifacts = new() { Bands = 0, RimGain = 0, Scalp = 0 },
        Lesions = Settings.Lesions with { AdcVariation = 0, T2Variation = 0, CountChances = [1] },
    };

    public static PhantomStudy Create(string type, int index = 0, PhantomSettings? settings = null, long seed = 7) =>
        PhantomGenerator.Create(settings ?? Settings, seed, index, null, type);
}
