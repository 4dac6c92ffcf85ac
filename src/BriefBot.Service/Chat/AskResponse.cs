using BriefBot.Answers;
using BriefBot.Chat.Writing;

namespace BriefBot.Service.Chat;

/// <summary>A reply as a program reads it: what <c>POST /api/ask</c> and <c>ask --json</c> give.</summary>
internal sealed record AskResponse
{
    /// <summary>The reply's id.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// <c>grounded</c>; <c>perhaps</c> where the bot is not sure that what it says answers; <c>not_found</c>, <c>unavailable</c>; <c>small_talk</c>
    /// where nothing was asked; <c>refused</c> where
    /// the message was no question that can be taken.
    /// </summary>
    public required string Outcome { get; init; }

    /// <summary>The reply as <see cref="PlainText"/>, with the numbers of the citations in brackets.</summary>
    public required string Text { get; init; }

    /// <summary>What is said before sentences that may not answer; null where there are none.</summary>
    public string? Doubt { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>How the answer was composed.</summary>
    public AnswerSource Composer { get; init; }

    /// <summary>Whether a model is asked too, so that a refusal is none yet.</summary>
    public bool LookingFurther { get; init; }

    /// <summary>What became of asking a model; null where none was asked.</summary>
    public ModelOutcome? ModelOutcome { get; init; }

    /// <summary>What became of having its sentences verified: where it is not <c>answered</c>, the rules alone decided; null where no verifier was asked.</summary>
    public ModelOutcome? Verification { get; init; }

    /// <summary>How many of its sentences were dropped, by the reason; null where none was asked.</summary>
    public IReadOnlyDictionary<string, int>? Dropped { get; init; }

    /// <summary>Which prompts it was asked with; null where none was asked.</summary>
    public string? PromptVersion { get; init; }

    public double ElapsedMs { get; init; }

    /// <summary>The text sentence by sentence, with what answers in each.</summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>The sentences by what belongs together: paragraphs, lists, steps, tables, code.</summary>
    public IReadOnlyList<AskPart> Parts { get; init; } = [];

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Of several questions in one message those that nothing answers.</summary>
    public IReadOnlyList<string> Unanswered { get; init; } = [];

    public IReadOnlyList<NearMiss> Closest { get; init; } = [];

    /// <summary>What the text says at its end beside the answer, a line each: how many rows were compared, <see cref="Older"/>, <see cref="SeeAlso"/>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Sections that answer the question for an earlier time.</summary>
    public IReadOnlyList<NearMiss> Older { get; init; } = [];

    /// <summary>Sections that hold more on a topic that was asked for.</summary>
    public IReadOnlyList<NearMiss> SeeAlso { get; init; } = [];

    /// <summary>What might have been meant where nothing was found, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Why there is no answer, or which of several questions have none; else null.</summary>
    public string? Reason { get; init; }
}
