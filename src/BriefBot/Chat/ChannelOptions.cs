namespace BriefBot.Chat;

/// <summary>The settings of one channel or thread: <c>Chat:Channels:&lt;id&gt;</c>.</summary>
public sealed class ChannelOptions
{
    /// <summary>What the bot takes there.</summary>
    public ListenTo Listen { get; set; } = ListenTo.Mentions;

    /// <summary>Where answers go.</summary>
    public AnswerIn Answer { get; set; } = AnswerIn.Reply;
}
