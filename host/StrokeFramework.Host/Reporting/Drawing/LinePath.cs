using System.Globalization;
using System.Text;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>Turns a series into the data of an SVG path.</summary>
internal static class LinePath
{
    private const int MostPoints = 700;

    /// <summary>The path of a series. Long series keep the lowest and the highest value of each stretch, so no peak is lost.</summary>
    public static RawMarkup Of(CurveSeries series, Axis x, Axis y)
    {
        var path = new StringBuilder();
        int count = Math.Min(series.X.Count, series.Y.Count);
        bool broken = true;
        foreach (int p in Chosen(series, count))
        {
            double px = x[series.X[p]], py = y[series.Y[p]];
            if (!double.IsFinite(px) || !double.IsFinite(py))
            {
                broken = true;
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{(broken ? 'M' : 'L')}{px:0.#} {py:0.#}");
            broken = false;
        }

        return new(path.ToString());
    }

    private static IEnumerable<int> Chosen(CurveSeries series, int count)
    {
        int stretch = Math.Max(1, count * 2 / MostPoints);
        for (int start = 0; start < count; start += stretch)
        {
            int end = Math.Min(count, start + stretch), low = start, high = start, gap = -1;
            for (int p = start; p < end; p++)
            {
                if (!double.IsFinite(series.Y[p])) gap = p;
                else if (!(series.Y[p] >= series.Y[low])) low = p;
                else if (!(series.Y[p] <= series.Y[high])) high = p;
            }

            foreach (int p in new[] { low, high, gap }.Where(p => p >= 0).Distinct().Order()) yield return p;
        }
    }
}
