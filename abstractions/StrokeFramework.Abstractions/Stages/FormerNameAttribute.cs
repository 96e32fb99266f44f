namespace StrokeFramework;

/// <summary>
/// A name that a parameter had in earlier versions, as graphs write it. Graphs that still use it give their value to
/// the parameter under its present name, and say so.
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class FormerNameAttribute(string name) : Attribute
{
    /// <summary>The former name, in camel case.</summary>
    public string Name { get; } = name;

    /// <summary>What a number under the former name is multiplied by, when the unit has changed; 1 otherwise.</summary>
    public double Scale { get; set; } = 1;
}
