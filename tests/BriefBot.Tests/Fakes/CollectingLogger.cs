using Microsoft.Extensions.Logging;

namespace BriefBot.Tests.Fakes;

/// <summary>Keeps what is logged, with its level.</summary>
internal sealed class CollectingLogger<T> : ILogger<T>
{
    private readonly List<(LogLevel Level, string Text)> _lines = [];

    /// <summary>Those so far.</summary>
    public IReadOnlyList<(LogLevel Level, string Text)> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The lines as "Level: text".</summary>
    public IReadOnlyList<string> Messages => [.. Lines.Select(line => $"{line.Level}: {line.Text}")];

    /// <summary>Called after each line.</summary>
    public Action? Logged { get; set; }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        lock (_lines)
        {
            _lines.Add((logLevel, formatter(state, exception)));
        }

        Logged?.Invoke();
    }
}
