using System.Diagnostics;
using System.Reflection;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Templates.Tests;

/// <summary>Runs <c>tools/author-road.sh</c> on the program and the packages of the build that is tested.</summary>
internal static class AuthorRoad
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static string Configuration => typeof(AuthorRoad).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Configuration").Value!;

    /// <summary>Runs a part of the script.</summary>
    /// <returns>What it wrote. The test fails, showing that, when the script does.</returns>
    public static async Task<string> RunAsync(string part)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "The script needs bash.");
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (string argument in new[] { Path.Combine(SharedData.RepositoryRoot, "tools", "author-road.sh"), "--built", Configuration, part }) start.ArgumentList.Add(argument);
        // An author's shell has none of what the build that runs this test has set.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray()) start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        try
        {
            using var limit = new CancellationTokenSource(Limit);
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        string said = await output;
        Assert.True(process.ExitCode == 0, $"{said}\n{await error}");
        return said;
    }
}
