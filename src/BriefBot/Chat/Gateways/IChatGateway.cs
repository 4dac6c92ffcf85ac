using BriefBot.Chat.Writing;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// A chat network. It says what happens there and does what it is told, and decides nothing: what is for the bot, in which
/// order and how often is decided here, for every network alike.
/// </summary>
/// <remarks>
/// Safe for concurrent use: several conversations are answered side by side. A call that fails throws, whatever the exception;
/// it is logged once and costs no other message anything. A call may hang: it is given up after a while, and its token says so.
/// </remarks>
public interface IChatGateway
{
    /// <summary>The network's name in <see cref="IncomingMessage.Network"/> and in the log, such as <c>discord</c>.</summary>
    string Network { get; }

    /// <summary>
    /// Listens while the connection lasts, and ends or throws when it is lost; then it is called again, after a while. Each
    /// time it is connected it says so.
    /// </summary>
    /// <exception cref="NetworkRefusedException">It is not called again: only whoever runs the bot can help.</exception>
    /// <param name="happened">Takes what happens: returns at once, never throws, from any thread. The same message may be handed over more than once.</param>
    /// <param name="cancellationToken">The service ends; replies may still be sent for a little while.</param>
    Task ListenAsync(Action<ChatEvent> happened, CancellationToken cancellationToken);

    /// <summary>Whether there is a connection now and the network shows that it is alive.</summary>
    bool IsConnected => true;

    /// <summary>How long the network took to answer its last heartbeat, or null where it has none.</summary>
    TimeSpan? Latency => null;

    /// <summary>
    /// The messages since a time, oldest first, that may have been missed while there was no connection; more than that does no
    /// harm. A network that can't tell has none.
    /// </summary>
    Task<IReadOnlyList<IncomingMessage>> MissedAsync(DateTimeOffset since, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<IncomingMessage>>([]);

    /// <summary>A reply as messages of this network, at least one; by one of the writers in <c>BriefBot.Chat.Writing</c>.</summary>
    IReadOnlyList<ReplyPart> Write(Reply reply);

    /// <summary>The same in the simplest form the network has, for when <see cref="FormRefusedException"/> was thrown.</summary>
    IReadOnlyList<ReplyPart> WritePlainly(Reply reply) => Write(reply);

    /// <summary>Sends a message in the place of <paramref name="question"/>, as a reply to it where the network has such a thing.</summary>
    /// <returns>The id of what was sent, unlike any other in the network.</returns>
    /// <exception cref="MessageNotSentException">It was surely not sent, and may be sent again later.</exception>
    /// <exception cref="FormRefusedException">It was surely not sent, and may be in another form.</exception>
    Task<string> SendAsync(IncomingMessage question, ReplyPart part, CancellationToken cancellationToken);

    /// <summary>Opens a thread for a question, where the network has such a thing.</summary>
    /// <returns>Its id, or null where there is none; then the answer is a reply.</returns>
    Task<string?> OpenThreadAsync(IncomingMessage question, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Puts other words into a message that was sent to <paramref name="question"/>.</summary>
    /// <exception cref="MessageNotSentException">It may be done again later.</exception>
    Task EditAsync(IncomingMessage question, string sentId, ReplyPart part, CancellationToken cancellationToken);

    /// <summary>Takes back a message that was sent to <paramref name="question"/>; one that is gone already is no failure.</summary>
    /// <exception cref="MessageNotSentException">It may be done again later.</exception>
    Task DeleteAsync(IncomingMessage question, string sentId, CancellationToken cancellationToken);

    /// <summary>Shows for some seconds that a message is being worked on, where the network can.</summary>
    Task WorkingAsync(IncomingMessage message, CancellationToken cancellationToken);
}
