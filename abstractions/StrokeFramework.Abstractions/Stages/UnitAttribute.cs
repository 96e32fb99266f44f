namespace StrokeFramework;

/// <summary>The unit of a parameter, such as <c>mm</c>, <c>mm³</c> or <c>s/mm²</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitAttribute(string unit) : Attribute
{
    /// <summary>The unit.</summary>
    public string Unit { get; } = unit;
}
