namespace StrokeFramework.Host.Reporting.Markup;

/// <summary>Text that is markup already and is written as it stands. Made only from markup that this library wrote.</summary>
/// <param name="Text">The markup.</param>
internal readonly record struct RawMarkup(string Text);
