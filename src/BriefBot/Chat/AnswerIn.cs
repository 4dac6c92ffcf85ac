namespace BriefBot.Chat;

/// <summary>The place for answers to questions in a channel.</summary>
public enum AnswerIn
{
    /// <summary>Beneath the question, as a reply to it.</summary>
    Reply,

    /// <summary>Into a thread that is opened for the question, where the network has such a thing and lets the bot.</summary>
    Thread,
}
