using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Writing;

namespace BriefBot.Tests.Fakes;

/// <summary>What a test asks of a reply.</summary>
internal static class ReplyReading
{
    private static readonly MessageFormat Whole = MessageFormat.Plain(100_000);

    /// <summary>The answer, or null where no question was answered.</summary>
    public static Answer? Answer(this Reply? reply) => (reply as Reply.Answered)?.Answer;

    /// <summary>Why the message was not taken, or null.</summary>
    public static Refusal? Refusal(this Reply? reply) => (reply as Reply.Refused)?.Reason;

    /// <summary>All of it as plain text.</summary>
    public static string Text(this Reply reply) => string.Join('\n', ReplyWriter.Write(reply, Whole).Select(Whole.Markup.Write));
}
