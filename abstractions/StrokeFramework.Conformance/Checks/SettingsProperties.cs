using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace StrokeFramework.Conformance.Checks;

/// <summary>The parameters of a settings record.</summary>
internal static class SettingsProperties
{
    private static readonly HashSet<Type> Numbers = [typeof(byte), typeof(short), typeof(int), typeof(long), typeof(uint), typeof(ulong), typeof(float), typeof(double), typeof(decimal)];

    /// <summary>The properties that JSON can set.</summary>
    public static IEnumerable<PropertyInfo> Of(Type settings) =>
        settings.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p is { CanRead: true, SetMethod.IsPublic: true });

    /// <summary>The type of a property's values, without the possibility of null.</summary>
    public static Type TypeOf(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    public static bool IsNumber(PropertyInfo property) => Numbers.Contains(TypeOf(property));

    /// <summary>A property's name as it stands in JSON.</summary>
    public static string JsonName(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>A number as a property holds it, or null when it doesn't fit there.</summary>
    public static object? Convert(PropertyInfo property, object? number)
    {
        try
        {
            return System.Convert.ChangeType(number, TypeOf(property), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is OverflowException or FormatException or InvalidCastException)
        {
            return null;
        }
    }

    /// <summary>The values worth trying: the ends of a range, each name of an enumeration, yes and no.</summary>
    public static IEnumerable<object> Extremes(PropertyInfo property)
    {
        if (TypeOf(property).IsEnum) return Enum.GetValues(TypeOf(property)).Cast<object>();
        if (TypeOf(property) == typeof(bool)) return [false, true];
        if (property.GetCustomAttribute<RangeAttribute>() is not { } range || !IsNumber(property)) return [];
        return new[] { range.MinimumIsExclusive ? null : Convert(property, range.Minimum), range.MaximumIsExclusive ? null : Convert(property, range.Maximum) }.OfType<object>();
    }

    /// <summary>Default settings but for one value.</summary>
    public static object With(Type settings, PropertyInfo property, object value)
    {
        object result = Activator.CreateInstance(settings)!;
        property.SetValue(result, value);
        return result;
    }

    /// <summary>A value for people.</summary>
    public static string Show(object value) => value is IFormattable f ? f.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";
}
