using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StrokeFramework.Cli.Output;
using StrokeFramework.Host.Plugins;

namespace StrokeFramework.Cli;

/// <summary>Puts the parts of a run together. Commands that only look at manifests do without it, since it costs start-up time.</summary>
internal static class StrokeHost
{
    public static IHost Create(PluginCatalog catalog, bool verbose)
    {
        // An empty builder rooted at the program: the default one watches the current folder, however large, for settings files.
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = AppContext.BaseDirectory,
            DisableDefaults = true,
        });
        builder.Logging.AddProvider(new SentenceLoggerProvider(Console.Error)).SetMinimumLevel(verbose ? LogLevel.Debug : LogLevel.Warning);
        builder.Services.Configure<ConsoleOptions>(o => o.Verbose = verbose);
        builder.Services.AddSingleton(catalog);
        builder.Services.AddSingleton<PluginHost>();
        builder.Services.AddSingleton<RunConsole>();
        builder.Services.AddSingleton<ExampleConsole>();
        return builder.Build();
    }
}
