using System.Runtime.InteropServices;
using StrokeFramework.Conformance.Tests.Stages;
using StrokeFramework.Conformance.Xunit;

namespace StrokeFramework.Conformance.Tests;

/// <summary>Each check finds out a stage that breaks its rule.</summary>
[Collection<UndisturbedTests>]
public sealed class CaughtStageTests
{
    private int _calls;

    [Fact]
    public void ThePlainStudy_HasABrainWithALesionToFind()
    {
        DiffusionStudy? given = null;
        Assert.True(Tried.Check("valid-result", () => new ScriptedSegmenter((study, _) => ScriptedSegmenter.Nothing(given = study))).Passed);
        float[] dwi = given!.Dwi.Span.ToArray();
        Assert.InRange(dwi.Count(v => v > 0.6f), 100, dwi.Length / 10);
        Assert.All(dwi, v => Assert.InRange(v, 0, 1));
        Assert.InRange(given.BrainMask!.Span.Count((byte)1), dwi.Length / 4, dwi.Length * 3 / 4);
        Assert.InRange(given.Adc!.Span.ToArray().Max(), 0.001, 0.004);
        Assert.Equal(StudyTraits.Adc | StudyTraits.B0 | StudyTraits.BrainMask | StudyTraits.UnitIntensity, given.Traits);
    }

    [Fact]
    public void InputUnchanged_FindsAnEditOfTheImage() => Finds("input-unchanged", "changed", (study, _) =>
    {
        MemoryMarshal.AsMemory(study.Dwi.Voxels).Span[7] += 1;
        return ScriptedSegmenter.Nothing(study);
    });

    [Fact]
    public void ValidResult_FindsAnotherGrid() => Finds("valid-result", "does not lie on the input's grid", (study, _) =>
        Segmentation.Empty(VolumeGeometry.FromSpacing(study.Geometry.Size, new(1, 1, 1))));

    [Fact]
    public void ValidResult_FindsNothingAtAll() => Finds("valid-result", "returned nothing", (_, _) => null!);

    [Fact]
    public void ValidResult_FindsAProbabilityThatIsNone() => Finds("valid-result", "probability", (study, _) =>
        new(ScriptedSegmenter.Nothing(study).Labels, new(study.Geometry, study.Dwi.Span.ToArray().Select(v => v + 1).ToArray())));

    [Fact]
    public void ValidResult_FindsARefusalOfAPlainStudy() => Finds("valid-result", "refused", (_, _) => throw new StageException("Not today, thank you."));

    [Fact]
    public void ValidResult_FindsABrokenPromise() => Assert.Contains(
        "BrainMask", Tried.Failure("valid-result", () => new ScriptedPreprocessor((study, _) => study.WithBrainMask(null))).Seen, StringComparison.Ordinal);

    [Fact]
    public void ValidResult_FindsAnEndlessLoop_AndLeavesTheOtherChecksOut()
    {
        bool over = false;
        var subject = new StageSubject(() => new ScriptedSegmenter((study, _) =>
        {
            while (!Volatile.Read(ref over)) Thread.Sleep(5);
            return ScriptedSegmenter.Nothing(study);
        }));
        ConformanceOptions options = Tried.Hasty with { TimeLimit = TimeSpan.FromMilliseconds(100) };
        CheckResult first = ConformanceSuite.For(subject).Single(c => c.Name == "valid-result").Run(subject, options);
        CheckResult next = ConformanceSuite.For(subject).Single(c => c.Name == "progress").Run(subject, options);
        Volatile.Write(ref over, true);
        Assert.Contains("did not stop", first.Failure!.Seen, StringComparison.Ordinal);
        Assert.Contains("not tried", next.Failure!.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void SameBits_FindsWhatDependsOnThreads() => Finds("same-bits", "on 2 threads", (study, context) =>
        ScriptedSegmenter.OneVoxel(study, context.MaxDegreeOfParallelism));

    [Fact]
    public void SameBits_FindsWhatIsKeptBetweenCalls() => Finds("same-bits", "same instance", (study, _) => ScriptedSegmenter.OneVoxel(study, _calls++));

    [Fact]
    public void SameBits_FindsWhatDependsOnBeingWatched() => Finds("same-bits", "connected", (study, context) =>
        ScriptedSegmenter.OneVoxel(study, context.Diagnostics is null ? 0 : 1));

    [Fact]
    public void SameBits_FindsCallsThatGetInEachOthersWay() => Finds("same-bits", "at once", (study, _) =>
    {
        int inside = Interlocked.Increment(ref _calls);
        Thread.Sleep(50);
        Interlocked.Decrement(ref _calls);
        return ScriptedSegmenter.OneVoxel(study, inside);
    });

    [Theory]
    [InlineData(new[] { 0.2, 0.1 }, "0.1 after 0.2")]
    [InlineData(new[] { 0.5, 1.5 }, "1.5")]
    [InlineData(new[] { double.NaN }, "NaN")]
    public void Progress_FindsWhatFallsOrLeavesTheRange(double[] reports, string seen) => Finds("progress", seen, (study, context) =>
    {
        foreach (double report in reports) context.Progress?.Report(report);
        return ScriptedSegmenter.Nothing(study);
    });

    [Fact]
    public void Cancels_FindsDeafness() => Finds("cancels", " ms.", (study, _) =>
    {
        Thread.Sleep(250);
        return ScriptedSegmenter.Nothing(study);
    });

    [Fact]
    public void Cancels_FindsACancellationThatIsTurnedIntoAFault() => Finds("cancels", "InvalidOperationException", (study, context) =>
        context.CancellationToken.WaitHandle.WaitOne(200) ? throw new InvalidOperationException("Stopped.") : ScriptedSegmenter.Nothing(study));

    [Fact]
    public void Cancels_AcceptsAStageThatListens() => Assert.True(Tried.Check("cancels", () => new ScriptedSegmenter((study, context) =>
    {
        context.CancellationToken.WaitHandle.WaitOne(200);
        context.CancellationToken.ThrowIfCancellationRequested();
        return ScriptedSegmenter.Nothing(study);
    })).Passed);

    [Fact]
    public void Awkward_FindsACrash() => Finds("awkward-nan-voxels", "IndexOutOfRangeException", (study, _) =>
        ScriptedSegmenter.OneVoxel(study, (new int[1])[study.Dwi.Span.ToArray().Count(float.IsNaN)]));

    [Fact]
    public void Awkward_FindsARefusalWithoutASentence() => Finds("awkward-one-voxel", "'too small'", (_, _) => throw new StageException("too small"));

    [Fact]
    public void Awkward_AcceptsARefusalInASentence() => Assert.True(
        Tried.Check("awkward-one-voxel", () => new ScriptedSegmenter((_, _) => throw new StageException("The image has a single voxel. Give a whole scan."))).Passed);

    [Fact]
    public void NoFiles_FindsATemporaryFile() => Finds("no-files", "temporary folder/left.bin", (study, _) =>
    {
        File.WriteAllText(Path.Combine(Path.GetTempPath(), "left.bin"), "left");
        return ScriptedSegmenter.Nothing(study);
    });

    [Fact]
    public void NoFiles_FindsAFileInTheCurrentFolder_AndPutsTheFoldersBack()
    {
        string current = Environment.CurrentDirectory, temporary = Path.GetTempPath();
        Finds("no-files", "current folder/debug.txt", (study, _) =>
        {
            File.WriteAllText("debug.txt", "left");
            return ScriptedSegmenter.Nothing(study);
        });
        Assert.Equal((current, temporary), (Environment.CurrentDirectory, Path.GetTempPath()));
    }

    [Fact]
    public void Memory_FindsWhatIsHeld() => Finds("memory", "It held", (study, _) => Hold(study, 100));

    [Fact]
    public void Memory_IsWhatTheStageDeclares() =>
        Assert.True(Tried.Check("memory", () => new UndescribedSegmenter(study => Hold(study, 50))).Passed);

    [Fact]
    public void Memory_IsMeasured()
    {
        // 50 MB held on 128x128x20 voxels of 4 bytes, which are 1.25 MB: 40 times.
        CheckResult result = Tried.Check("memory", () => new ScriptedSegmenter((study, _) => Hold(study, 50)));
        Assert.Matches(@"^up to (39\.9|40\.\d) times its input of 1\.[23] MB$", result.Figure);
    }

    [Fact]
    public void Memory_IsMeasuredTheSameWhenOthersLetGoOfSomeMeanwhile()
    {
        byte[]? others = null;
        int large = 0;
        CheckResult result = Tried.Check("memory", () => new ScriptedSegmenter((study, _) =>
        {
            // The first run on the larger study tells how much is allocated, the second is watched.
            if (study.Geometry.Size.Count <= 100_000) others = new byte[10 << 20];
            else if (++large == 2) others = null;
            return Hold(study, 50);
        }));
        Assert.Null(others);
        Assert.Matches(@"^up to (39\.9|40\.\d) times its input of 1\.[23] MB$", result.Figure);
    }

    [Fact]
    public void Memory_DoesNotCountGarbage() => Assert.True(Tried.Check("memory", () => new ScriptedSegmenter((study, _) =>
    {
        long sum = 0;
        for (int n = 0; n < 3000; n++) sum += new byte[80_000].Length;
        return ScriptedSegmenter.OneVoxel(study, (int)(sum % 7));
    })).Passed);

    [Fact]
    public void Ranges_FindsAnEndThatDoesNotWork() => Assert.Contains("Level = 0", Tried.Failure("ranges", () => new ScriptedSegmenter((study, _, settings) =>
        ScriptedSegmenter.OneVoxel(study, 10 / settings.Level))).Expected, StringComparison.Ordinal);

    [Fact]
    public void OutOfRange_FindsANumberWithoutLimits() => Undescribed("out-of-range", "MinimumVolume has no [Range]");

    [Fact]
    public void OutOfRange_FindsAHostThatTakesAnything()
    {
        CheckResult result = Tried.Check("out-of-range", () => new ScriptedSegmenter((study, _) => ScriptedSegmenter.Nothing(study)), refusal: (_, _) => null);
        Assert.Equal("Level takes -1, and its range is 0 to 10; Level takes 11, and its range is 0 to 10.", result.Failure!.Seen);
    }

    [Fact]
    public void OutOfRange_FindsAHostThatRefusesTheDefault()
    {
        CheckResult result = Tried.Check("out-of-range", () => new ScriptedSegmenter((study, _) => ScriptedSegmenter.Nothing(study)), refusal: (name, value) => $"'{name}' cannot be {value}.");
        Assert.Equal("Level is refused at its default: 'level' cannot be 5.", result.Failure!.Seen);
    }

    [Fact]
    public void Defaults_FindsOneBeyondItsLimits() => Undescribed("defaults", "Share");

    [Fact]
    public void Described_FindsWhatIsMissing() => Undescribed("described", "no Title and no Description and no Citation");

    [Fact]
    public void ParametersDescribed_FindsWhatIsMissing() => Undescribed("parameters-described", "MinimumVolume has no [Description]; MinimumVolume has no [Unit].");

    [Fact]
    public void FlipEquivariant_FindsWhatKnowsLeftFromRight() => Undescribed("flip-equivariant", "2 of ");

    [Fact]
    public void FlipEquivariant_IsCheckedWhereItIsDeclared() =>
        Assert.DoesNotContain("flip-equivariant", ConformanceSuite.For(new(() => new ScriptedSegmenter((study, _) => ScriptedSegmenter.Nothing(study)))).Select(c => c.Name));

    [Theory]
    [InlineData(ClassifierFault.TakesOneClass, "awkward-one-class", "gave a result")]
    [InlineData(ClassifierFault.DoesNotSumToOne, "valid-result", "sum 0.5")]
    [InlineData(ClassifierFault.SavesTooFewDigits, "model-round-trip", "answered otherwise")]
    [InlineData(ClassifierFault.ReadsAnything, "foreign-model", "read as a model")]
    public void Classifiers_AreFoundOut(ClassifierFault fault, string check, string seen)
    {
        Assert.Contains(seen, Tried.Failure(check, () => new ScriptedClassifier(fault)).Seen, StringComparison.Ordinal);
        Assert.True(Tried.Check(check, () => new ScriptedClassifier()).Passed);
    }

    [Fact]
    public void AStageWithoutAnAttribute_IsRefused() =>
        Assert.Contains("no [Stage] attribute", Assert.Throws<ArgumentException>(() => StageSubject.Of<Nameless>()).Message, StringComparison.Ordinal);

    private static void Finds(string check, string seen, Func<DiffusionStudy, StageContext, Segmentation> body) =>
        Assert.Contains(seen, Tried.Failure(check, () => new ScriptedSegmenter(body)).Seen, StringComparison.Ordinal);

    private static void Undescribed(string check, string seen) =>
        Assert.Contains(seen, Tried.Failure(check, () => new UndescribedSegmenter(study => ScriptedSegmenter.OneVoxel(study, 3))).Seen, StringComparison.Ordinal);

    private static Segmentation Hold(DiffusionStudy study, int megabytes)
    {
        // Small studies are let off: the check warms a stage up on one.
        byte[][] held = [.. Enumerable.Range(0, study.Geometry.Size.Count > 100_000 ? megabytes : 0).Select(_ => new byte[1 << 20])];
        Thread.Sleep(100);
        return ScriptedSegmenter.OneVoxel(study, held.Length);
    }

    private sealed class Nameless : Segmenter<NoSettings>
    {
        public override Segmentation Segment(DiffusionStudy study, StageContext context) => Segmentation.Empty(study.Geometry);
    }
}
