using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>The stroke types that classifiers named: the patient's, then each lesion's.</summary>
internal static class TypeSection
{
    private const int MostRows = 30;

    public static void Write(MarkupWriter w, IReadOnlyList<TypeOutput> types)
    {
        if (types.Count == 0) return;
        w.WriteLine($"<section id=\"types\"><h2>Stroke type</h2>");
        foreach (TypeOutput type in types)
        {
            if (types.Count > 1) w.WriteLine($"<h3>{type.Output}</h3>");
            if (type.Lesions.Count == 0)
            {
                w.WriteLine($"<p>No lesion, so no type.</p>");
                continue;
            }

            List<IReadOnlyList<string>> rows = [["All lesions, weighted by volume", "", type.Patient.Type, .. type.Patient.Probabilities.Select(p => NumberText.Fixed(p, 3))]];
            foreach (TypePrediction row in type.Lesions.Take(MostRows))
            {
                string name = row.Slice is { } slice ? $"Lesion {row.Lesion}, slice {slice}" : $"Lesion {row.Lesion}";
                rows.Add([name, NumberText.Fixed(row.Volume, 2), row.Type, .. row.Probabilities.Select(p => NumberText.Fixed(p, 3))]);
            }

            TableWriter.Write(w, ["Lesion", "Volume (ml)", "Type", .. type.Classes], rows);
            if (type.Lesions.Count > MostRows) w.WriteLine($"<p class=\"notice\">The first {MostRows} of {NumberText.Of(type.Lesions.Count)} rows; the prediction file holds them all.</p>");
            w.WriteLine($"<p class=\"notice\">Probabilities: {type.Method}.</p>");
        }

        w.WriteLine($"</section>");
    }
}
