using StrokeFramework.RCnn.Images;

namespace StrokeFramework.RCnn.Training;

/// <summary>The slices that steps choose from: those of the studies read last.</summary>
/// <param name="classes">How many classes there are.</param>
/// <param name="window">Most studies.</param>
internal sealed class SlicePool(int classes, int window)
{
    private readonly Queue<LearnedStudy> _studies = [];
    private List<SliceExample>[] _ofClass = [.. Enumerable.Range(0, classes).Select(_ => new List<SliceExample>())];
    private List<SliceExample> _empty = [];

    /// <summary>Adds a study; the oldest gives way when there are too many.</summary>
    public void Add(LearnedStudy study)
    {
        _studies.Enqueue(study);
        if (_studies.Count <= window)
        {
            Enter(study);
            return;
        }

        _studies.Dequeue();
        _empty = [];
        _ofClass = [.. Enumerable.Range(0, classes).Select(_ => new List<SliceExample>())];
        foreach (LearnedStudy one in _studies) Enter(one);
    }

    /// <summary>Chooses a slice: with or without a lesion, and of the classes each alike.</summary>
    /// <param name="lesionShare">How likely one with a lesion is chosen.</param>
    /// <param name="random">The generator.</param>
    /// <returns>The slice, or null when there is none at all.</returns>
    public SliceExample? Choose(double lesionShare, Random random)
    {
        List<SliceExample>[] present = [.. _ofClass.Where(c => c.Count > 0)];
        bool lesion = random.NextDouble() < lesionShare;
        if ((lesion && present.Length > 0) || _empty.Count == 0)
        {
            if (present.Length == 0) return null;
            List<SliceExample> slices = present[random.Next(present.Length)];
            return slices[random.Next(slices.Count)];
        }

        return _empty[random.Next(_empty.Count)];
    }

    private void Enter(LearnedStudy study)
    {
        _empty.AddRange(study.WithoutBoxes);
        foreach (SliceExample slice in study.WithBoxes)
        {
            foreach (long label in slice.Labels.Distinct()) _ofClass[label].Add(slice);
        }
    }
}
