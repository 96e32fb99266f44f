using System.CommandLine;
using System.CommandLine.Parsing;
using StrokeFramework.Host.Caching;

namespace StrokeFramework.Cli.Commands;

/// <summary>The options of the result cache, the same for every command that runs pipelines.</summary>
internal sealed class CacheOptions
{
    private readonly Option<string?> _folder = new("--cache")
    {
        Description = $"Where results are kept for the next run; else {CacheLocation.FolderVariable}, else the user's cache folder.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _none = new("--no-cache") { Description = "Keep no results and use none." };

    private readonly Option<long?> _limit = new("--cache-limit")
    {
        Description = $"How much the cache may hold, such as 10GiB; what was used least recently goes first. Else {CacheLocation.LimitVariable}, else 10GiB.",
        HelpName = "SIZE",
        CustomParser = result => ByteSize.Parse(result.Tokens[0].Value) is { } bytes ? bytes : Refuse(result, result.Tokens[0].Value),
    };

    private readonly Option<bool> _explain = new("--explain") { Description = "Say what came from the cache and why the rest ran." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_folder, _none, _limit, _explain]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(_none)) return;
            if (result.GetValue(_folder) is not null) result.AddError("Give --cache or --no-cache, not both.");
            if (result.GetValue(_explain)) result.AddError("--explain tells of the cache, which --no-cache turns off. Leave one of them out.");
        });
    }

    /// <summary>Opens the cache for a command.</summary>
    /// <param name="parsed">What the user wrote.</param>
    /// <param name="verbose">Whether damaged entries are mentioned.</param>
    public CacheSession Open(ParseResult parsed, bool verbose)
    {
        bool explain = parsed.GetValue(_explain);
        if (parsed.GetValue(_none) || FolderOf(parsed) is not { } folder) return new(null, explain);
        var settings = new CacheSettings
        {
            Folder = folder,
            Limit = parsed.GetValue(_limit) ?? LimitOfEnvironment(),
            Warn = static sentence => Console.Error.WriteLine($"Warning: {sentence}"),
            Remark = verbose ? static sentence => Console.Error.WriteLine(sentence) : null,
        };
        return new(ResultCache.Open(settings), explain);
    }

    private string? FolderOf(ParseResult parsed)
    {
        if (parsed.GetValue(_folder) is { } given) return given;
        string? set = Environment.GetEnvironmentVariable(CacheLocation.FolderVariable);
        if (string.IsNullOrEmpty(set)) return CacheLocation.OfUser(Environment.GetEnvironmentVariable);
        return set == CacheLocation.Off ? null : set;
    }

    private static long LimitOfEnvironment()
    {
        string? set = Environment.GetEnvironmentVariable(CacheLocation.LimitVariable);
        if (string.IsNullOrEmpty(set)) return CacheSettings.DefaultLimit;
        return ByteSize.Parse(set) ?? throw new RequestException($"{CacheLocation.LimitVariable} is '{set}', which is no size; write one such as 10GiB or 500MB.");
    }

    private static long? Refuse(ArgumentResult result, string text)
    {
        result.AddError($"'{text}' is no size; write one such as 10GiB or 500MB.");
        return null;
    }
}
