namespace BriefBot.Chat;

/// <summary>Decides from the facts of a message and the settings, and from nothing else, whether the bot answers it.</summary>
internal static class Triage
{
    public static TriageVerdict Decide(IncomingMessage message, ChatOptions options) =>
        message switch
        {
            { IsFromBot: true } => TriageVerdict.FromBot,
            { Kind: not (MessageKind.Command or MessageKind.Direct) } and ({ PingsEveryone: true } or { PingsRole: true }) =>
                TriageVerdict.CallsMany,
            _ when !IsListenedTo(message, options) => TriageVerdict.NotAddressed,
            _ when !IsAllowed(message, options.Allow) => TriageVerdict.NotAllowed,
            _ => TriageVerdict.ForUs,
        };

    private static bool IsListenedTo(IncomingMessage message, ChatOptions options) =>
        (ListensTo(message, options), message.Kind) switch
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
    private static ListenTo ListensTo(IncomingMessage message, ChatOptions options) =>
        message.Thread is { } thread && options.Channels.TryGetValue(thread, out var ofThread) ? ofThread.Listen
        : options.Channels.TryGetValue(message.Channel, out var ofChannel)
        && !(message.IsInOwnThread && ofChannel.Listen == ListenTo.Mentions)
            ? ofChannel.Listen
        : message.IsInOwnThread ? ListenTo.Everything
        : ListenTo.Mentions;

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
