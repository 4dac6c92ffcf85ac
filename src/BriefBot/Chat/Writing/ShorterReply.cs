using BriefBot.Answers;

namespace BriefBot.Chat.Writing;

/// <summary>Shortens a reply by its last part, for destinations with a limit.</summary>
public static class ShorterReply
{
    /// <summary>Without the last sentence or the last of the passages, or null where nothing can be left out.</summary>
    public static Reply? Create(Reply reply) =>
        reply switch
        {
            Reply.Answered { Answer: Answer.Grounded { Sentences.Count: > 1 and var count } grounded } answered => answered with
            {
                Answer = grounded.First(count - 1),
            },
            Reply.Answered { Answer: Answer.NotFound { Closest.Count: > 0 } notFound } answered => answered with
            {
                Answer = notFound with { Closest = [.. notFound.Closest.SkipLast(1)] },
            },
            Reply.Passages { Found.Count: > 1 } passages => passages with { Found = [.. passages.Found.SkipLast(1)] },
            _ => null,
        };
}
