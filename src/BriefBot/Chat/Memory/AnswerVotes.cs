using BriefBot.Chat.Writing;

namespace BriefBot.Chat.Memory;

/// <summary>Takes votes on answers by buttons of a chat network. Safe for concurrent use.</summary>
internal sealed class AnswerVotes(IAnswerStore? store = null, AuthorHash? authors = null)
{
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
    /// <param name="network">The network.</param>
    /// <param name="author">The id of the person who pressed it.</param>
    /// <param name="button">The id of the button: its name and its data, separated by a colon.</param>
    /// <returns>What to show to this person alone; null where the button is none for votes.</returns>
    public ReplyPart? Press(string network, string author, string button)
    {
        (string Id, Vote Vote)? pressed = button.Split(':') switch
        {
            [DiscordWriter.UpButton, var id] => (id, new Vote(IsUp: true, null)),
            [DiscordWriter.DownButton, var id] => (id, new Vote(IsUp: false, null)),
            [DiscordWriter.ReasonButton, var name, var id] when Reasons.TryGetValue(name, out var reason) => (
                id,
                new Vote(IsUp: false, reason)
            ),
            _ => null,
        };
        if (pressed is not var (answer, vote))
        {
            return null;
        }

        return store is null || authors is null || !store.Vote(answer, authors.Compute(network, author), vote) ? Say(BotTexts.VoteNotKept)
            : vote is { IsUp: false, Reason: null } ? Say(BotTexts.VoteWhy, DiscordWriter.Reasons(answer))
            : Say(BotTexts.VoteTaken);
    }

    private static ReplyPart Say(string text, params DiscordComponent[] below) =>
        new() { Components = [new DiscordComponent.TextDisplay(text), .. below], IsPrivate = true };
}
