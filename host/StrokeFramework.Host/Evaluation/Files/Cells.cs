using System.Globalization;

namespace StrokeFramework.Host.Evaluation;

/// <summary>Cells of tables that are no measured number.</summary>
internal static class Cells
{
    /// <summary>A whole number, <c>n/a</c> when there is none.</summary>
    public static string Of(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "n/a";
}
