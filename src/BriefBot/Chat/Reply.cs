using BriefBot.Answers;

namespace BriefBot.Chat;

/// <summary>What the bot says to a message.</summary>
public sealed record Reply
{
    /// <summary>The reply's id: short, unlike any other.</summary>
    public required string Id { get; init; }

    /// <summary>The reply as one text in the Markdown of a chat, sources included.</summary>
    public required string Text { get; init; }

    /// <summary>What the text was written from, or null where no question was answered (a greeting, a message too long).</summary>
    public Answer? Answer { get; init; }

    /// <summary>Why the message was not answered, or null.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>How long the reply took, in milliseconds.</summary>
    public required double ElapsedMilliseconds { get; init; }
}
