namespace StrokeFramework;

/// <summary>What one of a parameter's choices was called in earlier versions. Graphs that still use it mean the present one.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class FormerValueAttribute(string former, string present) : Attribute
{
    /// <summary>The choice as old graphs write it.</summary>
    public string Former { get; } = former;

    /// <summary>The choice as it is written now.</summary>
    public string Present { get; } = present;
}
