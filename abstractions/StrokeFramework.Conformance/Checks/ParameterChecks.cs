using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using StrokeFramework.Conformance.Inputs;
using StrokeFramework.Conformance.Runs;

namespace StrokeFramework.Conformance.Checks;

/// <summary>Whether a stage's parameters have valid defaults and limits, and the stage works up to these limits.</summary>
internal static class ParameterChecks
{
    public static CheckFailure? Defaults(Bench bench)
    {
        Type type = bench.Subject.Create().SettingsType;
        object defaults = Activator.CreateInstance(type)!;
        List<string> faults = [];
        foreach (PropertyInfo property in SettingsProperties.Of(type))
        {
            foreach (ValidationAttribute rule in property.GetCustomAttributes<ValidationAttribute>())
            {
                object? value = property.GetValue(defaults);
                if (!rule.IsValid(value)) faults.Add(rule.FormatErrorMessage(property.Name) + $" Its default is {SettingsProperties.Show(value ?? "null")}.");
            }
        }

        return faults.Count == 0 ? null : new("Every default lies within its parameter's limits.", string.Join(" ", faults), "Change the default or the limits.");
    }

    public static CheckFailure? Ranges(Bench bench)
    {
        StageInput input = bench.Driver.Usual();
        Type type = bench.Subject.Create().SettingsType;
        foreach (PropertyInfo property in SettingsProperties.Of(type))
        {
            foreach (object value in SettingsProperties.Extremes(property))
            {
                if (Try(bench, input, type, property, value) is { } failure) return failure;
            }
        }

        return null;
    }

    public static CheckFailure? OutOfRange(Bench bench)
    {
        List<string> faults = [];
        Type type = bench.Subject.Create().SettingsType;
        object defaults = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in SettingsProperties.Of(type).Where(SettingsProperties.IsNumber))
        {
            if (property.GetCustomAttribute<AllowedValuesAttribute>() is not null) continue;
            if (property.GetCustomAttribute<RangeAttribute>() is not { } range)
            {
                faults.Add($"{property.Name} has no [Range]");
                continue;
            }

            if (property.GetValue(defaults) is { } usual && bench.Subject.Refusal?.Invoke(SettingsProperties.JsonName(property), SettingsProperties.Show(usual)) is { } refused)
                faults.Add($"{property.Name} is refused at its default: {refused.TrimEnd('.')}");
            foreach (double beyond in Beyond(range))
            {
                string value = beyond.ToString("R", CultureInfo.InvariantCulture);
                if (Refusal(bench, property, range, beyond, value) is null) faults.Add($"{property.Name} takes {value}, and its range is {range.Minimum} to {range.Maximum}");
            }
        }

        return faults.Count == 0
            ? null
            : new("Every number has limits, and what lies beyond them is refused before anything runs.", $"{string.Join("; ", faults)}.", "Give each number a [Range], and rebuild the plugin so that its manifest holds the same limits.");
    }

    /// <summary>Null when the stage works with a value, or says in a sentence why it can't.</summary>
    private static CheckFailure? Try(Bench bench, StageInput input, Type type, PropertyInfo property, object value)
    {
        string what = $"{property.Name} = {SettingsProperties.Show(value)} (which its limits allow)";
        IStage stage = bench.Subject.Create();
        try
        {
            stage.Configure(SettingsProperties.With(type, property, value));
        }
        catch (ArgumentException)
        {
            return null; // it contradicts another default, and the stage says so
        }

        if (!bench.Driver.IsQuick) return null;
        StageCall call = bench.Call(stage, input);
        // With extreme parameters a stage may be slow, as long as it stops when told to.
        if (call.Cancelled) return null;
        return bench.DescribeFault(stage, input, call) is { } failure ? failure with { Expected = $"With {what}: {failure.Expected}", Mend = $"{failure.Mend} Or narrow the range." } : null;
    }

    private static string? Refusal(Bench bench, PropertyInfo property, RangeAttribute range, double beyond, string value) =>
        bench.Subject.Refusal is { } host ? host(SettingsProperties.JsonName(property), value)
        : SettingsProperties.Convert(property, beyond) is { } number && range.IsValid(number) ? null : "refused";

    private static IEnumerable<double> Beyond(RangeAttribute range)
    {
        double low = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture), high = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
        // A whole number away, so that parameters of whole numbers are refused for the limit and not for the fraction.
        if (Math.Abs(low) < 1e15) yield return Math.Floor(low) - 1;
        if (Math.Abs(high) < 1e15) yield return Math.Ceiling(high) + 1;
    }
}
