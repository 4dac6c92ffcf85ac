using BriefBot.Chat.Writing;

namespace BriefBot.Chat.Gateways;

/// <summary>A message that the bot took, and how far it is with it. Its owner guards it.</summary>
internal sealed class HandledMessage(IncomingMessage message, DateTimeOffset takenAt)
{
    /// <summary>The message as it is now.</summary>
    public IncomingMessage Message { get; set; } = message;

    /// <summary>When it was first said.</summary>
    public DateTimeOffset TakenAt { get; } = takenAt;

    /// <summary>Grows with each change that its reply has to follow.</summary>
    public int Version { get; set; }

    /// <summary>Whether it was taken back.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Whether somebody is at work on its reply, or soon will be.</summary>
    public bool IsInWork { get; set; }

    /// <summary>Whether what was said to it stays as it is, however it is edited.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Ends the answer that is being looked for.</summary>
    public CancellationTokenSource? Answering { get; set; }

    /// <summary>What was sent to it: the ids, and what stands in each.</summary>
    public List<(string Id, ReplyPart Part)> Sent { get; } = [];
}
