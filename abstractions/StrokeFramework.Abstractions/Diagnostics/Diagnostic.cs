namespace StrokeFramework;

/// <summary>Something a method wants shown.</summary>
/// <param name="Name">Short name, unique within the stage; also the file name.</param>
/// <param name="Caption">A sentence that a reader of the report understands.</param>
public abstract record Diagnostic(string Name, string Caption);
