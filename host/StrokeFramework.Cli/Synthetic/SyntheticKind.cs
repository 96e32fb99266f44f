namespace StrokeFramework.Cli;

/// <summary>Which generator makes synthetic studies.</summary>
internal enum SyntheticKind
{
    /// <summary>The phantom of four stroke types, as <c>stroke phantom</c> writes it.</summary>
    Phantom,

    /// <summary>The training volumes of acute stroke.</summary>
    Acute,
}
