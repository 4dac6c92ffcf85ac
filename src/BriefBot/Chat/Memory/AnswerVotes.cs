using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;

namespace BriefBot.Chat.Memory;

/// <summary>Takes votes on answers by buttons of a chat network. Safe for concurrent use.</summary>
internal sealed class AnswerVotes(IAnswerStore? store = null, AuthorHash? authors = null)
{
    /// <summary>Maximum length of a comment, in characters.</summary>
    public const int MaxComment = 500;

    /// <summary>The names of the reasons in requests and in the ids of buttons.</summary>
    public static IReadOnlyDictionary<string, VoteReason> Reasons { get; } =
        new Dictionary<string, VoteReason>(StringComparer.Ordinal)
        {
            ["wrong"] = VoteReason.Wrong,
            ["not_asked"] = VoteReason.NotAsked,
            ["outdated"] = VoteReason.Outdated,
            ["missing"] = VoteReason.Missing,
        };

    /// <summary>Handles a pressed button.</summary>
    /// <returns>The message for this person alone; null where the button is none for votes.</returns>
    public ChatMessage? Press(PressedAction pressed)
    {
        (string Id, Vote Vote)? cast = pressed.Name switch
        {
            ActionNames.Up => (pressed.Data, new Vote(IsUp: true, null)),
            ActionNames.Down => (pressed.Data, new Vote(IsUp: false, null)),
            ActionNames.Reason when PressedAction.ParseId(pressed.Data) is var (name, id) && Reasons.TryGetValue(name, out var reason) => (
                id,
                new Vote(IsUp: false, reason)
            ),
            ActionNames.Comment
                when pressed.Text is { } text && MessageText.Clean(text[..Math.Min(text.Length, MaxComment)]) is var comment => (
                pressed.Data,
                new Vote(IsUp: false, null, comment.Length > 0 ? comment : null)
            ),
            _ => null,
        };
        if (cast is not var (answer, vote))
        {
            return null;
        }

        var isTaken =
            store is not null && authors is not null && store.Vote(answer, authors.Compute(pressed.Place.Network, pressed.Author), vote);
        return !isTaken ? ChatMessage.Say(BotTexts.VoteNotKept)
            : vote is { IsUp: false, Reason: null, Comment: null }
                ? ChatMessage.Say(BotTexts.VoteWhy) with
                {
                    Actions = ReplyActions.Reasons(answer),
                }
            : ChatMessage.Say(BotTexts.VoteTaken);
    }
}
