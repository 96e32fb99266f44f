namespace StrokeFramework.Host.Plugins;

/// <summary>Why a plugin cannot be used, and what to do about it.</summary>
/// <param name="Code">Diagnostic code, SF20xx.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
/// <param name="Remedy">What to do, as a sentence.</param>
public sealed record PluginProblem(string Code, string Message, string Remedy)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Message} {Remedy}";
}
