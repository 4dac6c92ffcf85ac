namespace BriefBot.Chat;

/// <summary>The settings of one channel or thread: <c>Chat:Channels:&lt;id&gt;</c>.</summary>
public sealed class ChannelOptions
{
    /// <summary>The messages that the bot answers there.</summary>
    public ListenTo Listen { get; set; } = ListenTo.Mentions;

    /// <summary>The place for answers.</summary>
    public AnswerIn Answer { get; set; } = AnswerIn.Reply;
}
