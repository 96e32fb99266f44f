using System.CommandLine;
using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Cli.Commands;

/// <summary>Says which command a misspelt one was probably meant to be.</summary>
internal static class UnknownCommand
{
    /// <summary>The sentence, or null when the words before the mistake are a command that takes no further one.</summary>
    /// <param name="parsed">What the user wrote.</param>
    public static string? Describe(ParseResult parsed)
    {
        Command group = parsed.CommandResult.Command;
        if (group.Subcommands.Count == 0 || parsed.UnmatchedTokens is not [var written, ..] || written.StartsWith('-')) return null;
        string path = group is RootCommand ? "" : $"{group.Name} ";
        string[] known = [.. group.Subcommands.Where(c => !c.Hidden).Select(c => path + c.Name)];
        return $"There is no command '{path}{written}'. {NameSuggestion.Remedy(path + written, known)}";
    }
}
