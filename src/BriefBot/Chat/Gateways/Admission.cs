using BriefBot.Chat.Servers;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// Decides whether a message of a network is answered, and what its author is told if not: by its facts, the settings, its age and the
/// limits of asking.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class Admission(IChatResponder responder, IOptions<ChatOptions> options, ServerSettingsCache servers, TimeProvider time)
{
    /// <summary>Maximum difference between the network's clock and ours.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    /// <summary>Decides from the facts of a message and the settings whether it is for the bot.</summary>
    public TriageVerdict Decide(IncomingMessage message) =>
        Triage.Decide(message, options.Value, servers.Find(message.Network, message.Server));

    /// <summary>Returns whether a message needs an outcome; a command always does.</summary>
    public static bool NeedsOutcome(IncomingMessage message, TriageVerdict verdict) =>
        verdict == TriageVerdict.ForUs || (verdict == TriageVerdict.NotAllowed && message.Kind == MessageKind.Command);

    /// <summary>Counts a message that needs an outcome.</summary>
    /// <param name="message">The message.</param>
    /// <param name="verdict">What was decided of it.</param>
    /// <param name="refused">What its author is told; null where nobody is told anything, or the message is answered.</param>
    /// <returns>Whether it is answered.</returns>
    public bool TryAdmit(IncomingMessage message, TriageVerdict verdict, out Reply.Refused? refused)
    {
        if (IsLate(message))
        {
            refused = message.Kind == MessageKind.Overheard ? null : responder.Refuse(message, Refusal.Late);
            return false;
        }

        refused = responder.Admit(message) ?? (verdict == TriageVerdict.NotAllowed ? responder.Refuse(message, Refusal.NotAllowed) : null);
        return refused is null;
    }

    /// <summary>Returns whether a message that was answered before is answered again after an edit; it is counted.</summary>
    public bool TryAdmitEdit(IncomingMessage message) => Decide(message) == TriageVerdict.ForUs && responder.Admit(message) is null;

    private bool IsLate(IncomingMessage message) =>
        message.SentAt > DateTimeOffset.UnixEpoch
        && time.GetUtcNow() - message.SentAt > TimeSpan.FromMinutes(options.Value.CatchUpMinutes) + ClocksDiffer;
}
