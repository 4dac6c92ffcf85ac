using BriefBot.Answers;
using BriefBot.Chat.Editors;
using BriefBot.Chat.Memory;

namespace BriefBot.Chat.Writing;

/// <summary>
/// Writes replies as Discord messages of components: the answers to several questions apart, then a line and the sources in small print;
/// below an answer buttons that show the passages or delete it.
/// </summary>
/// <remarks>A message holds at most 4,000 characters.</remarks>
public static class DiscordWriter
{
    private const int Limit = 4_000;

    /// <summary>Room for the line with the answer's id, in characters.</summary>
    private const int LongestId = 40;

    /// <summary>The name of the button that takes an answer back.</summary>
    public const string DeleteButton = "delete";

    /// <summary>The name of the button that shows the passages which were quoted.</summary>
    public const string PassagesButton = "passages";

    /// <summary>The name of the button that votes for an answer.</summary>
    public const string UpButton = "up";

    /// <summary>The name of the button that votes against an answer.</summary>
    public const string DownButton = "down";

    /// <summary>The name of the buttons that give the reason of a vote.</summary>
    public const string ReasonButton = "why";

    private static readonly DiscordMarkup Markup = new();

    private static readonly ReplyPieces Pieces = new(Markup);

    /// <summary>The reply in one message or more, in order.</summary>
    public static IReadOnlyList<ReplyPart> Write(Reply reply)
    {
        // The closest passages are behind a button, so that a refusal is short.
        var said = reply is Reply.Answered { Answer: Answer.NotFound refusal } refused
            ? refused with
            {
                Answer = refusal with { Closest = [] },
            }
            : reply;
        ReplyPart[] parts = [.. ReplyMessages.Create(said, Pieces, Limit - LongestId).Select(Of)];
        return reply is Reply.Answered answered
            ? [.. parts.SkipLast(1), parts[^1] with { Components = [.. WithId(parts[^1].Components, answered), Buttons(answered)] }]
            : parts;
    }

    /// <summary>Adds the answer's id to the small print, or as such.</summary>
    private static IEnumerable<DiscordComponent> WithId(IReadOnlyList<DiscordComponent> components, Reply.Answered answered)
    {
        if (answered.IsLookingFurther || answered.Answer is Answer.Unavailable)
        {
            return components;
        }

        var id = Markup.Small + answered.Id;
        return
            components[^1] is DiscordComponent.TextDisplay { Content: var last } && last.StartsWith(Markup.Small, StringComparison.Ordinal)
            ? [.. components.SkipLast(1), new DiscordComponent.TextDisplay($"{last}\n{id}")]
            : [.. components, new DiscordComponent.TextDisplay(id)];
    }

    /// <summary>The buttons with the reasons of a vote against an answer.</summary>
    internal static DiscordComponent.ActionRow Reasons(string answerId) =>
        new([
            .. AnswerVotes.Reasons.Select(reason => new DiscordComponent.Button(ReasonButton, Label(reason.Value))
            {
                Data = $"{reason.Key}:{answerId}",
            }),
        ]);

    private static string Label(VoteReason reason) =>
        reason switch
        {
            VoteReason.Wrong => BotTexts.VoteWrong,
            VoteReason.NotAsked => BotTexts.VoteNotAsked,
            VoteReason.Outdated => BotTexts.VoteOutdated,
            _ => BotTexts.VoteMissing,
        };

    private static DiscordComponent.ActionRow Buttons(Reply.Answered answered)
    {
        DiscordComponent.Button[] votes =
        [
            new(UpButton, BotTexts.VoteUp) { Data = answered.Id },
            new(DownButton, BotTexts.VoteDown) { Data = answered.Id },
        ];
        var delete = new DiscordComponent.Button(DeleteButton, BotTexts.Delete);
        DiscordComponent.Button[] editors = answered.MayAskEditors
            ? [new(EditorQuestions.Button, BotTexts.AskEditors) { Data = answered.Id }]
            : [];
        DiscordComponent.Button[] waiting = answered.MayWait ? [new(WaitingAskers.Button, BotTexts.TellMe) { Data = answered.Id }] : [];
        return new DiscordComponent.ActionRow(
            answered.Answer switch
            {
                _ when answered.IsLookingFurther => [delete],
                Answer.Grounded grounded =>
                [
                    new DiscordComponent.Button(PassagesButton, BotTexts.ShowPassages) { Data = QuoteKeys.Create(grounded.Citations) },
                    .. votes,
                    delete,
                ],
                Answer.NotFound { Closest.Count: > 0 } refusal =>
                [
                    new DiscordComponent.Button(PassagesButton, BotTexts.ShowClosest) { Data = QuoteKeys.Create(refusal.Closest) },
                    .. editors,
                    .. waiting,
                    votes[1],
                    delete,
                ],
                Answer.NotFound => [.. editors, .. waiting, votes[1], delete],
                _ => [delete],
            }
        );
    }

    private static ReplyPart Of(IReadOnlyList<ReplyPiece> message)
    {
        var components = new List<DiscordComponent>();
        var text = new List<ReplyPiece>();
        foreach (var piece in message)
        {
            if (text.Count > 0 && (piece.StandsApart || piece.IsSmall != text[^1].IsSmall))
            {
                components.Add(new DiscordComponent.TextDisplay(ReplyPiece.Join(text)));
                components.Add(new DiscordComponent.Separator(HasLine: piece.IsSmall));
                text.Clear();
            }

            text.Add(piece);
        }

        components.Add(new DiscordComponent.TextDisplay(ReplyPiece.Join(text)));
        return new ReplyPart { Components = components };
    }
}
