using Microsoft.Extensions.Logging;

namespace StrokeFramework.Cli.Output;

/// <summary>Writes log entries to the error stream as plain sentences.</summary>
internal sealed class SentenceLoggerProvider(TextWriter output) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new SentenceLogger(output);

    public void Dispose()
    {
    }

    private sealed class SentenceLogger(TextWriter output) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string prefix = logLevel switch { LogLevel.Warning => "Warning: ", >= LogLevel.Error => "Error: ", _ => "" };
            lock (output)
            {
                output.WriteLine(prefix + formatter(state, exception));
                if (exception is not null) output.WriteLine(exception);
            }
        }
    }
}
