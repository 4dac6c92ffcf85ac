using BriefBot.Chat.Servers;

namespace BriefBot.Chat;

/// <summary>Decides from the facts of a message and the settings, and from nothing else, whether the bot answers it.</summary>
internal static class Triage
{
    /// <param name="message">The message.</param>
    /// <param name="options">The settings of the operator.</param>
    /// <param name="server">The settings of those who manage the server.</param>
    public static TriageVerdict Decide(IncomingMessage message, ChatOptions options, ServerSettings server) =>
        message switch
        {
            { IsFromBot: true } => TriageVerdict.FromBot,
            { Kind: not (MessageKind.Command or MessageKind.Direct) } and ({ PingsEveryone: true } or { PingsRole: true }) =>
                TriageVerdict.CallsMany,
            _ when !IsListenedTo(message, options, server) => TriageVerdict.NotAddressed,
            _ when !IsAllowed(message, options.Allow) || !(server.Allows(message) || MaySet(message)) => TriageVerdict.NotAllowed,
            _ => TriageVerdict.ForUs,
        };

    /// <summary>Returns whether the bot answers in a thread that it opens for the question.</summary>
    public static bool AnswersInThread(IncomingMessage question, ChatOptions options, ServerSettings server) =>
        question is { Thread: null, IsPrivate: false, Kind: not (MessageKind.Direct or MessageKind.Command) }
        && (server.Find(question.Channel)?.Answer ?? options.Channels.Find(question.Channel)?.Answer) == AnswerIn.Thread;

    /// <summary>Those who manage a server can't lock themselves out of its settings.</summary>
    private static bool MaySet(IncomingMessage message) => message is { Command: BotCommand.Settings, MayManage: true };

    private static bool IsListenedTo(IncomingMessage message, ChatOptions options, ServerSettings server) =>
        (ListensTo(message, options, server), message.Kind) switch
        {
            (_, MessageKind.Command or MessageKind.Direct) => true,
            // A post asks all; its comments are a talk among people, unless they name the bot.
            (ListenTo.Everything, MessageKind.Overheard) when message.Forum == ForumPart.Comment => false,
            (ListenTo.Everything, _) => true,
            (ListenTo.Mentions, MessageKind.Mention or MessageKind.Reply) => true,
            _ => false,
        };

    /// <summary>
    /// Returns the messages the bot answers there: a thread's setting overrides its channel's; in the bot's own threads every message is
    /// addressed to it.
    /// </summary>
    private static ListenTo ListensTo(IncomingMessage message, ChatOptions options, ServerSettings server)
    {
        if (message.Thread is { } thread && Set(thread) is { } ofThread)
        {
            return ofThread;
        }

        return Set(message.Channel) is { } ofChannel && !(message.IsInOwnThread && ofChannel == ListenTo.Mentions) ? ofChannel
            : message.IsInOwnThread ? ListenTo.Everything
            : ListenTo.Mentions;

        ListenTo? Set(string place) => server.Find(place)?.Listen ?? options.Channels.Find(place)?.Listen;
    }

    private static ChannelOptions? Find(this IDictionary<string, ChannelOptions> channels, string place) =>
        channels.TryGetValue(place, out var channel) ? channel : null;

    private static bool IsAllowed(IncomingMessage message, AllowOptions allow) =>
        Allows(allow.Servers, message.Server)
        && Allows(allow.Channels, message.Channel, message.Thread)
        && Allows(allow.Roles, [.. message.Roles])
        && Allows(allow.People, message.Author);

    private static bool Allows(IList<string> allowed, params string?[] any) =>
        allowed.Count == 0 || any.Any(one => one is not null && allowed.Contains(one));
}

/// <summary>Indicates whether the bot answers a message, and if not, why.</summary>
internal enum TriageVerdict
{
    /// <summary>It is answered.</summary>
    ForUs,

    /// <summary>Another program wrote it.</summary>
    FromBot,

    /// <summary>It calls everybody or a role, and so is not for the bot, whomever it names besides.</summary>
    CallsMany,

    /// <summary>It is not addressed to the bot where only that is taken.</summary>
    NotAddressed,

    /// <summary>The place or the person is not allowed.</summary>
    NotAllowed,
}
