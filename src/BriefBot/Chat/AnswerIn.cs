namespace BriefBot.Chat;

/// <summary>Where answers to questions of a channel go.</summary>
public enum AnswerIn
{
    /// <summary>Beneath the question, as a reply to it.</summary>
    Reply,

    /// <summary>Into a thread that is opened for the question, where the network has such a thing and lets the bot.</summary>
    Thread,
}
