using BriefBot.Chat.Writing;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// A chat network. Reports events and sends messages but decides nothing: which messages are for the bot, in which order and how often is
/// decided here for all networks alike.
/// </summary>
/// <remarks>
/// Safe for concurrent use: several conversations are answered at once. A call that fails throws any exception, which is logged once and
/// affects no other message. A call may hang: it is given up after a while and its token cancelled.
/// </remarks>
public interface IChatGateway
{
    /// <summary>The network's name in <see cref="IncomingMessage.Network"/> and in the log, such as <c>discord</c>.</summary>
    string Network { get; }

    /// <summary>
    /// Listens while the connection lasts, and ends or throws when it is lost; then it is called again, after a while. Each time it is
    /// connected it says so.
    /// </summary>
    /// <exception cref="NetworkRefusedException">Connecting again would not help; only the operator can.</exception>
    /// <param name="happened">
    /// Receives events: returns at once, never throws, on any thread. The same message may be passed more than once.
    /// </param>
    /// <param name="cancellationToken">The service ends; replies may still be sent for a little while.</param>
    Task ListenAsync(Action<ChatEvent> happened, CancellationToken cancellationToken);

    /// <summary>Indicates whether there is a connection now and the network shows that it is alive.</summary>
    bool IsConnected => true;

    /// <summary>The latency of the last heartbeat, or null where there is none.</summary>
    TimeSpan? Latency => null;

    /// <summary>
    /// The messages since a time, oldest first, that may have been missed while there was no connection; more than that does no
    /// harm. A network that can't tell has none.
    /// </summary>
    /// <param name="since">The time.</param>
    /// <param name="places">Channels and threads of remembered conversations, for networks that do not list all of theirs.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<IReadOnlyList<IncomingMessage>> MissedAsync(
        DateTimeOffset since,
        IReadOnlyList<string> places,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<IncomingMessage>>([]);

    /// <summary>A reply as messages of this network, at least one; by one of the writers in <c>BriefBot.Chat.Writing</c>.</summary>
    IReadOnlyList<ReplyPart> Write(Reply reply);

    /// <summary>The same in the simplest form the network has, for when <see cref="FormRefusedException"/> was thrown.</summary>
    IReadOnlyList<ReplyPart> WritePlainly(Reply reply) => Write(reply);

    /// <summary>Sends a message in the place of <paramref name="question"/>, as a reply to it where the network has such a thing.</summary>
    /// <returns>The id of the sent message, unique in the network.</returns>
    /// <exception cref="MessageNotSentException">It was surely not sent, and may be sent again later.</exception>
    /// <exception cref="FormRefusedException">It was surely not sent, and may be in another form.</exception>
    Task<string> SendAsync(IncomingMessage question, ReplyPart part, CancellationToken cancellationToken);

    /// <summary>Opens a thread for a question, where the network has such a thing.</summary>
    /// <returns>Its id, or null where there is none; then the answer is a reply.</returns>
    Task<string?> OpenThreadAsync(IncomingMessage question, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Puts other words into a message that was sent to <paramref name="question"/>.</summary>
    /// <exception cref="MessageNotSentException">It may be done again later.</exception>
    Task EditAsync(IncomingMessage question, string sentId, ReplyPart part, CancellationToken cancellationToken);

    /// <summary>Deletes a message that was sent to <paramref name="question"/>; one that is gone already is no failure.</summary>
    /// <exception cref="MessageNotSentException">It may be done again later.</exception>
    Task DeleteAsync(IncomingMessage question, string sentId, CancellationToken cancellationToken);

    /// <summary>Shows for some seconds that a message is being worked on, where the network can.</summary>
    Task WorkingAsync(IncomingMessage message, CancellationToken cancellationToken);
}
