namespace BriefBot.Chat;

/// <summary>The settings of one channel or thread: <c>Chat:Channels:&lt;id&gt;</c>.</summary>
public sealed class ChannelOptions
{
    /// <summary>The messages that the bot answers there.</summary>
    public ListenTo Listen { get; set; } = ListenTo.Mentions;

    /// <summary>The place for answers.</summary>
    public AnswerIn Answer { get; set; } = AnswerIn.Reply;
}

/// <summary>The place for answers to questions in a channel.</summary>
public enum AnswerIn
{
    /// <summary>Beneath the question, as a reply to it.</summary>
    Reply,

    /// <summary>Into a thread that is opened for the question, where the network has such a thing and lets the bot.</summary>
    Thread,
}

/// <summary>The messages that the bot answers in a channel.</summary>
public enum ListenTo
{
    /// <summary>Messages addressed to it: commands, mentions, replies to it.</summary>
    Mentions,

    /// <summary>Commands only.</summary>
    Commands,

    /// <summary>Every message.</summary>
    Everything,
}
