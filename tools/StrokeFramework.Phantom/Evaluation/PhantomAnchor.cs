using System.Globalization;
using System.Text;

namespace StrokeFramework.Phantom;

/// <summary>
/// Measures how hard a phantom data set is: for each stroke type the best single intensity threshold, on the type's own
/// side, within the true brain without its outermost 3 mm, and chosen on the truth. If that does well, the data set is too easy. Studies without a lesion
/// do not count. Studies are added one by one and need not be kept; not thread-safe.
/// </summary>
public sealed class PhantomAnchor
{
    private const int CoarseBins = 60;
    private const double CoarseWidth = 0.05;

    private readonly List<AnchorStudy> _studies = [];

    /// <summary>Counts a study's intensities.</summary>
    public void Add(PhantomStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var counted = new AnchorStudy(study);
        if (counted.Lesion > 0) _studies.Add(counted);
    }

    /// <summary>The figures of every stroke type that was added, in the usual order.</summary>
    public IReadOnlyList<AnchorClass> Measure() =>
        [.. StrokeTypes.All.Where(type => _studies.Exists(s => s.StrokeType == type)).Select(MeasureClass)];

    /// <summary>The figures as a table, and the mean over types.</summary>
    public string ToText()
    {
        IReadOnlyList<AnchorClass> classes = Measure();
        var text = new StringBuilder();
        text.AppendLine("Synthetic data: best global DWI threshold per stroke type, chosen on the truth");
        foreach (AnchorClass c in classes)
        {
            string side = c.Side == LesionPolarity.Hyperintense ? ">=" : "<=";
            text.AppendLine(CultureInfo.InvariantCulture, $"  {c.StrokeType,-18} {c.Studies,3} studies  DWI/tissue {side} {c.Threshold:0.00}  Dice {c.MeanDice:0.000} (own threshold each: {c.MeanDicePerStudy:0.000})  mean DWI/tissue {c.MeanRatio:0.00}");
        }

        if (classes.Count > 0) text.AppendLine(CultureInfo.InvariantCulture, $"  mean over types: Dice {classes.Average(c => c.MeanDice):0.000}");
        return text.ToString();
    }

    private AnchorClass MeasureClass(string type)
    {
        List<AnchorStudy> studies = _studies.FindAll(s => s.StrokeType == type);
        LesionPolarity[] sides = type switch
        {
            StrokeTypes.ChronicIschemic => [LesionPolarity.Hypointense],
            StrokeTypes.AcuteHemorrhage => [LesionPolarity.Hypointense, LesionPolarity.Hyperintense],
            _ => [LesionPolarity.Hyperintense],
        };
        var best = sides.Select(side => Best(studies, side)).MaxBy(b => b.Dice);
        return new(type, studies.Count, best.Side, best.Threshold, best.Dice, best.Own, studies.Average(s => s.MeanRatio), Histogram(studies));
    }

    private static (LesionPolarity Side, double Threshold, double Dice, double Own) Best(List<AnchorStudy> studies, LesionPolarity side)
    {
        var mean = new double[AnchorStudy.Bins];
        double own = 0;
        foreach (AnchorStudy study in studies)
        {
            double[] dice = study.Dice(side);
            own += dice.Max() / studies.Count;
            for (int bin = 0; bin < mean.Length; bin++) mean[bin] += dice[bin] / studies.Count;
        }

        int best = Array.IndexOf(mean, mean.Max());
        double edge = side == LesionPolarity.Hyperintense ? best : best + 1;
        return (side, edge * AnchorStudy.BinWidth, mean[best], own);
    }

    private static RatioHistogram Histogram(List<AnchorStudy> studies)
    {
        var shares = new double[CoarseBins];
        double total = studies.Sum(s => (double)s.Lesion);
        foreach (AnchorStudy study in studies)
        {
            for (int bin = 0; bin < AnchorStudy.Bins; bin++)
            {
                int coarse = Math.Min(CoarseBins - 1, (int)((bin + 0.5) * AnchorStudy.BinWidth / CoarseWidth));
                shares[coarse] += study.LesionCounts[bin] / total;
            }
        }

        return new(CoarseWidth, shares);
    }
}
