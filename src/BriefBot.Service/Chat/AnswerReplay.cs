using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;

namespace BriefBot.Service.Chat;

/// <summary>
/// A recorded answer with its evidence, for programs: the JSON of <c>GET /api/answers/{id}</c> and <c>replay --json</c>. Texts are safe to
/// pass on to a chat, but for <see cref="AskCitation.Quote"/>.
/// </summary>
internal sealed record AnswerReplay
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Network { get; init; }

    public required string Question { get; init; }

    /// <summary>The outcome: <c>grounded</c>, <c>perhaps</c>, <c>not_found</c>, or <c>tried</c> of an editor's trial.</summary>
    public required string Outcome { get; init; }

    /// <summary>The version of the program that answered; null where it is unknown.</summary>
    public string? Version { get; init; }

    /// <summary>Number of votes for the answer.</summary>
    public int Up { get; init; }

    /// <summary>Number of votes against the answer.</summary>
    public int Down { get; init; }

    /// <summary>The time when a cited passage was found changed or gone; null where none was.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The time when the articles were found to answer an unanswered question; null where they were not.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The answer as it was given; null where it was recorded without.</summary>
    public AskResponse? Answer { get; init; }

    /// <summary>The cited files, then and now.</summary>
    public IReadOnlyList<ReplayedFile> Files { get; init; } = [];

    /// <summary>The passages considered for the answer, best first.</summary>
    public IReadOnlyList<ReplayedPassage> Passages { get; init; } = [];

    /// <summary>The sentences that a model wrote; empty where none was asked.</summary>
    public IReadOnlyList<ReplayedDraft> Drafts { get; init; } = [];

    /// <summary>Number of tokens that a model read.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Number of tokens that a model wrote.</summary>
    public long ReplyTokens { get; init; }

    /// <summary>Creates the record for programs.</summary>
    /// <param name="asked">The answer, with its evidence.</param>
    /// <param name="hashNow">Returns the present hash of an article, or null where there is none.</param>
    public static AnswerReplay Create(AskedQuestion asked, Func<string, string?> hashNow) =>
        new()
        {
            Id = asked.Id,
            At = asked.At,
            Network = asked.Network,
            Question = PlainText.Escape(asked.Text),
            Outcome = asked.Outcome,
            Version = asked.Version,
            Up = asked.Up,
            Down = asked.Down,
            ChangedAt = asked.ChangedAt,
            ClosedAt = asked.ClosedAt,
            Answer = asked.Recorded is { } recorded ? ToResponse(asked.Id, recorded.Answer) : null,
            Files =
            [
                .. ((asked.Recorded?.Answer as Answer.Grounded)?.Citations ?? [])
                    .DistinctBy(citation => citation.Path)
                    .Select(citation => new ReplayedFile(citation.Path, citation.Hash, hashNow(citation.Path))),
            ],
            Passages =
            [
                .. (asked.Recorded?.Passages ?? []).Select(passage => new ReplayedPassage(
                    passage.Path,
                    PlainText.Escape(passage.Section),
                    Math.Round(passage.Score, 3),
                    PlainText.Escape(passage.Text)
                )),
            ],
            Drafts = [.. (asked.Recorded?.Drafts ?? []).Select(draft => new ReplayedDraft(PlainText.Escape(draft.Text), draft.Problem))],
            PromptTokens = asked.PromptTokens,
            ReplyTokens = asked.ReplyTokens,
        };

    private static AskResponse ToResponse(string id, Answer answer) =>
        WebWriter.ToResponse(
            new Reply.Answered
            {
                Id = id,
                ElapsedMilliseconds = 0,
                Answer = answer,
            }
        );
}

/// <summary>A cited file.</summary>
/// <param name="Path">Its path below the knowledge folder.</param>
/// <param name="HashThen">SHA-256 of its bytes when it was cited.</param>
/// <param name="HashNow">That of its bytes now; null where it is gone.</param>
internal sealed record ReplayedFile(string Path, string HashThen, string? HashNow);

/// <summary>A passage considered for an answer.</summary>
/// <param name="Path">The article's path below the knowledge folder.</param>
/// <param name="Section">The headings above it.</param>
/// <param name="Score">The score of its best unit: greater is better, comparable within one question only.</param>
/// <param name="Text">The beginning of that unit.</param>
internal sealed record ReplayedPassage(string Path, string Section, double Score, string Text);

/// <summary>A sentence that a model wrote.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Problem">The reason why it was dropped; null where it was proven.</param>
internal sealed record ReplayedDraft(string Text, string? Problem);
