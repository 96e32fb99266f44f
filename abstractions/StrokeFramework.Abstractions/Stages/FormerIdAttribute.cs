namespace StrokeFramework;

/// <summary>
/// An id that a stage had in earlier versions of its plugin. Graphs that still use it run with the stage under its present
/// id, and say so.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FormerIdAttribute(string id) : Attribute
{
    /// <summary>The former id.</summary>
    public string Id { get; } = id;
}
