using BriefBot.Answers;
using BriefBot.Chat.Memory;

namespace BriefBot.Chat.Writing;

/// <summary>Chooses the buttons below a reply.</summary>
internal static class ReplyActions
{
    /// <summary>Returns the buttons from left to right, at most five.</summary>
    /// <param name="answered">The reply.</param>
    /// <param name="question">The message that it replies to; null where the reply can't be deleted.</param>
    public static IReadOnlyList<MessageAction> Create(Reply.Answered answered, IncomingMessage? question)
    {
        var (up, down) = (
            new MessageAction(ActionNames.Up, BotTexts.VoteUp, answered.Id),
            new MessageAction(ActionNames.Down, BotTexts.VoteDown, answered.Id)
        );
        // A private reply is visible to its author alone and needs no delete button.
        MessageAction[] delete = question is { IsPrivate: false }
            ? [new(ActionNames.Delete, BotTexts.Delete, $"{question.Author}:{question.Id}")]
            : [];
        MessageAction[] solved = question is { Forum: ForumPart.Post } post
            ? [new(ActionNames.Solved, BotTexts.Solves, $"{answered.Id}:{post.Author}:{post.Id}")]
            : [];
        MessageAction[] editors = answered.MayAskEditors ? [new(ActionNames.Editors, BotTexts.AskEditors, answered.Id)] : [];
        MessageAction[] waiting = answered.MayWait ? [new(ActionNames.Tell, BotTexts.TellMe, answered.Id)] : [];
        return answered.Answer switch
        {
            _ when answered.IsLookingFurther => delete,
            Answer.Grounded grounded =>
            [
                .. solved,
                Passages(BotTexts.ShowPassages, QuoteKeys.Create(grounded.Citations)),
                up,
                down,
                .. delete,
            ],
            Answer.NotFound { Closest.Count: > 0 } refusal =>
            [
                Passages(BotTexts.ShowClosest, QuoteKeys.Create(refusal.Closest)),
                .. editors,
                .. waiting,
                down,
                .. delete,
            ],
            Answer.NotFound => [.. editors, .. waiting, down, .. delete],
            _ => delete,
        };
    }

    /// <summary>The buttons with the reasons of a vote against an answer, and one for other words.</summary>
    public static IReadOnlyList<MessageAction> Reasons(string answerId) =>
        [
            .. AnswerVotes.Reasons.Select(reason => new MessageAction(ActionNames.Reason, Label(reason.Value), $"{reason.Key}:{answerId}")),
            new MessageAction(ActionNames.Comment, BotTexts.VoteComment, answerId),
        ];

    private static MessageAction Passages(string label, string keys) => new(ActionNames.Passages, label, keys);

    /// <summary>Returns a reason in words.</summary>
    public static string Label(VoteReason reason) =>
        reason switch
        {
            VoteReason.Wrong => BotTexts.VoteWrong,
            VoteReason.NotAsked => BotTexts.VoteNotAsked,
            VoteReason.Outdated => BotTexts.VoteOutdated,
            _ => BotTexts.VoteMissing,
        };
}
