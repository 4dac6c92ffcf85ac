using System.Text.Json;
using BriefBot.Answers;

namespace BriefBot.Chat;

/// <summary>The outcome of a message, for logs and for messages that are sent again.</summary>
internal static class ReplyOutcome
{
    /// <summary>In a word.</summary>
    public static string Describe(Reply reply) =>
        reply switch
        {
            Reply.Answered { Answer: Answer.Grounded { IsSure: false } } => "Perhaps",
            Reply.Answered answered => answered.Answer.GetType().Name,
            Reply.Refused refused => refused.Reason.ToString(),
            _ => reply.GetType().Name,
        };

    /// <summary>The same as a value of measures: in lower case, with underscores.</summary>
    public static string NameOf(Reply reply) => JsonNamingPolicy.SnakeCaseLower.ConvertName(Describe(reply));

    /// <summary>Returns whether the same message would be told the same later; not where it was only put off.</summary>
    public static bool IsLasting(Reply reply) =>
        reply switch
        {
            Reply.Answered answered => answered.Answer is not Answer.Unavailable,
            Reply.Refused refused => refused.Reason is Refusal.Empty or Refusal.TooLong,
            _ => true,
        };
}
