using StrokeFramework.Host.Caching;

namespace StrokeFramework.Host.Tests.Caching;

public sealed class CacheJournalTests
{
    [Fact]
    public void Describe_JoinsStudiesWithOneReason()
    {
        var journal = new CacheJournal();
        foreach (string study in (string[])["sub-3", "sub-1", "sub-2", "sub-4"]) journal.Add(new("brain", study, true, ""));
        foreach (string study in (string[])["sub-3", "sub-1"]) journal.Add(new("lesion", study, false, "seed changed 1 -> 2"));
        journal.Add(new("lesion", "sub-2", false, "no earlier result is known"));

        Assert.Equal(
            [
                "brain: from the cache, 4 times (sub-1 to sub-4)",
                "lesion: ran, sub-2: no earlier result is known",
                "lesion: ran, sub-1, sub-3: seed changed 1 -> 2",
            ],
            journal.Describe());
    }

    [Fact]
    public void Add_OfALaterVerdict_ReplacesTheEarlier()
    {
        var journal = new CacheJournal();
        journal.Add(new("brain", "sub-1", true, ""));
        journal.Add(new("brain", "sub-1", false, "a node behind it needs its result"));

        Assert.Equal(["brain: ran, sub-1: a node behind it needs its result"], journal.Describe());
    }
}
