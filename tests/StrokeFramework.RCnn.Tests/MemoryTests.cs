using System.Globalization;

namespace StrokeFramework.RCnn.Tests;

/// <summary>Alone, since other tests take memory of the same process.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Inferences = 200, Rounds = 4;
    private const double Growth = 1.05;

    [Theory]
    [InlineData(DetectorMode.Modern)]
    [InlineData(DetectorMode.Thesis)]
    public void Detect_TwoHundredTimes_KeepsItsMemory(DetectorMode mode)
    {
        RCnnModel model = mode == DetectorMode.Thesis ? Trained.Thesis : Trained.Modern;
        DiffusionStudy study = Scenes.Study(5, 2).Study;
        Detect(model, study);
        double most = 0;
        for (int round = 0; round < Rounds; round++)
        {
            long before = Held();
            Detect(model, study);
            most = (double)Held() / before;
            // An allocator may still take a piece more in one round; what leaks is lost in every round.
            if (most <= Growth) return;
        }

        Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"In each of {Rounds} rounds of {Inferences} inferences memory grew by more than 5 %, in the last one to {most:0.00} of what it was."));
    }

    private static void Detect(RCnnModel model, DiffusionStudy study)
    {
        for (int n = 0; n < Inferences; n++) model.Detect(study, new());
    }

    private static long Held()
    {
        // Managed memory that nobody uses is no leak.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet;
    }
}
