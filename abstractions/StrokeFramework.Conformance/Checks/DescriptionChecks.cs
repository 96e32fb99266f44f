using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;

namespace StrokeFramework.Conformance.Checks;

/// <summary>What a stage and its parameters say of themselves.</summary>
internal static partial class DescriptionChecks
{
    public static CheckFailure? Stage(Bench bench)
    {
        StageAttribute stage = bench.Subject.Stage;
        List<string> missing = [];
        if (string.IsNullOrWhiteSpace(stage.Title)) missing.Add("Title");
        if (string.IsNullOrWhiteSpace(stage.Description)) missing.Add("Description");
        if (string.IsNullOrWhiteSpace(stage.Citation)) missing.Add("Citation");
        return missing.Count == 0
            ? null
            : new("The [Stage] attribute has a title, a description and a citation, which reports print.", $"It has no {string.Join(" and no ", missing)}.", "Write them; a method without a publication cites its own documentation.");
    }

    public static CheckFailure? Parameters(Bench bench)
    {
        List<string> faults = [];
        foreach (PropertyInfo property in SettingsProperties.Of(bench.Subject.Create().SettingsType))
        {
            string description = property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
            if (description.Trim().Length == 0) faults.Add($"{property.Name} has no [Description]");
            bool measured = SettingsProperties.IsNumber(property) && Measure().IsMatch(property.Name);
            if (measured && string.IsNullOrWhiteSpace(property.GetCustomAttribute<UnitAttribute>()?.Unit)) faults.Add($"{property.Name} has no [Unit]");
        }

        return faults.Count == 0
            ? null
            : new("Every parameter says what it is, and every length, area, volume or duration its unit.", $"{string.Join("; ", faults)}.", "Add [Description(\"…\")], and [Unit(\"mm\")], \"mm²\", \"mm³\" or what else it is measured in; [Unit(\"1\")] for a pure number.");
    }

    /// <summary>
    /// Words in a name that tell a quantity with a unit, each as a word of its own in PascalCase. Not "time": the time steps
    /// of evolving contours are pure numbers.
    /// </summary>
    [GeneratedRegex("(Length|Distance|Radius|Diameter|Thickness|Spacing|Margin|Erosion|Dilation|Perimeter|Area|Volume|Duration)(?![a-z])")]
    private static partial Regex Measure();
}
