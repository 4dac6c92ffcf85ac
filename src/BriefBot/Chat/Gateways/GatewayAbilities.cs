using BriefBot.Chat.Writing;

namespace BriefBot.Chat.Gateways;

/// <summary>Changes and deletes messages that were sent. An ability of a network that has it; else a reply stays as it was sent.</summary>
public interface IMessageEditor
{
    /// <summary>Puts other words into a message that was sent to <paramref name="question"/>.</summary>
    /// <exception cref="MessageNotSentException">It may be done again later.</exception>
    Task EditAsync(IncomingMessage question, string sentId, ChatMessage message, CancellationToken cancellationToken);

    /// <summary>Deletes a message that was sent to <paramref name="question"/>; one that is gone already is no failure.</summary>
    /// <exception cref="MessageNotSentException">It may be done again later.</exception>
    Task DeleteAsync(IncomingMessage question, string sentId, CancellationToken cancellationToken);
}

/// <summary>Shows that a message is being worked on. An ability of a network that has it.</summary>
public interface IWorkIndicator
{
    /// <summary>Shows it for some seconds.</summary>
    Task ShowWorkAsync(IncomingMessage message, CancellationToken cancellationToken);
}

/// <summary>Opens threads. An ability of a network that has it.</summary>
public interface IThreadOpener
{
    /// <summary>Opens a thread for a question.</summary>
    /// <returns>Its id, or null where the channel has no threads or the bot may not; then the answer is a reply.</returns>
    Task<string?> OpenThreadAsync(IncomingMessage question, CancellationToken cancellationToken);
}

/// <summary>Lists messages that were missed. An ability of a network that has it.</summary>
public interface IMissedMessages
{
    /// <summary>
    /// Returns the messages since a time, oldest first, that may have been missed while there was no connection; more than that does no
    /// harm.
    /// </summary>
    /// <param name="since">The time.</param>
    /// <param name="places">Channels and threads of remembered conversations, for networks that do not list all of theirs.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<IReadOnlyList<IncomingMessage>> FindMissedAsync(
        DateTimeOffset since,
        IReadOnlyList<string> places,
        CancellationToken cancellationToken
    );
}

/// <summary>Posts messages that are no reply. An ability of a network that has it.</summary>
public interface IChannelPoster
{
    /// <summary>Posts a message to a channel, calling nobody. Safe for concurrent use.</summary>
    /// <returns>The id of the message.</returns>
    /// <exception cref="MessageNotSentException">It was surely not sent, and may be sent again later.</exception>
    /// <exception cref="Exception">The channel does not exist or may not be written to.</exception>
    Task<string> PostAsync(string channel, ChatMessage message, CancellationToken cancellationToken);
}

/// <summary>Reports whether the connection is alive. An ability of a network that keeps one.</summary>
public interface IConnectionState
{
    /// <summary>Indicates whether there is a connection now and the network shows that it is alive.</summary>
    bool IsConnected { get; }

    /// <summary>The latency of the last heartbeat, or null where there is none.</summary>
    TimeSpan? Latency { get; }
}

/// <summary>Has a simpler form for messages that are refused in the usual one.</summary>
public interface IPlainForm
{
    /// <summary>The format of messages with <see cref="ChatMessage.IsPlain"/>.</summary>
    MessageFormat PlainFormat { get; }
}
