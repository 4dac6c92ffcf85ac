using Microsoft.Extensions.Logging;

namespace BriefBot.Tests.Fakes;

/// <summary>Keeps what is logged, as text.</summary>
internal sealed class CollectingLogger<T> : ILogger<T>
{
    private readonly List<string> _messages = [];

    /// <summary>What was logged, in order.</summary>
    public IReadOnlyList<string> Messages => _messages;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _messages.Add($"{logLevel}: {formatter(state, exception)}");
}
