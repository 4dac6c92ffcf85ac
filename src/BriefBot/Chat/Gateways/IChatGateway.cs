using BriefBot.Chat.Writing;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// A chat network. Reports events and sends messages but decides nothing: which messages are for the bot, in which order and how often is
/// decided here for all networks alike.
/// </summary>
/// <remarks>
/// Abilities that only some networks have are interfaces of their own, in <c>GatewayAbilities.cs</c>.
/// Safe for concurrent use: several conversations are answered at once. A call that fails throws any exception, which is logged once and
/// affects no other message. A call may hang: it is given up after a while and its token cancelled.
/// </remarks>
public interface IChatGateway
{
    /// <summary>The network's name in <see cref="IncomingMessage.Network"/> and in the log: a word in lower case.</summary>
    string Network { get; }

    /// <summary>The format of its messages.</summary>
    MessageFormat Format { get; }

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

    /// <summary>Sends a message in the place of <paramref name="question"/>, as a reply to it where the network has such a thing.</summary>
    /// <param name="question">The message that is replied to.</param>
    /// <param name="message">The message, no longer than <see cref="Format"/> says.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of the sent message, unique in the network.</returns>
    /// <exception cref="MessageNotSentException">It was surely not sent, and may be sent again later.</exception>
    /// <exception cref="FormRefusedException">It was surely not sent, and may be in another form.</exception>
    Task<string> SendAsync(IncomingMessage question, ChatMessage message, CancellationToken cancellationToken);
}
