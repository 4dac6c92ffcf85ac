using BriefBot.Answers;
using BriefBot.Chat.Writing;

namespace BriefBot.Service.Chat;

/// <summary>A reply for programs: the JSON of <c>POST /api/ask</c> and <c>ask --json</c>.</summary>
internal sealed record AskResponse
{
    /// <summary>The reply's id.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The kind of reply: <c>grounded</c>, <c>perhaps</c>, <c>not_found</c>, <c>unavailable</c>, <c>small_talk</c> or <c>refused</c>.
    /// </summary>
    /// <remarks>
    /// <c>perhaps</c> means that the bot is not sure its sentences answer, <c>small_talk</c> that nothing was asked, <c>refused</c> that
    /// the message can't be taken.
    /// </remarks>
    public required string Outcome { get; init; }

    /// <summary>The reply as <see cref="PlainText"/>, with the numbers of the citations in brackets.</summary>
    public required string Text { get; init; }

    /// <summary>The words before sentences that may not answer; null where there are none.</summary>
    public string? Doubt { get; init; }

    /// <summary>The confidence, from 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Tells who wrote the answer.</summary>
    public AnswerSource Composer { get; init; }

    /// <summary>Indicates whether a model is asked too, so that a refusal is none yet.</summary>
    public bool LookingFurther { get; init; }

    /// <summary>Indicates whether a model is still writing, and these are the first of its sentences.</summary>
    public bool Unfinished { get; init; }

    /// <summary>The outcome of the request to a model; null where none was asked.</summary>
    public ModelOutcome? ModelOutcome { get; init; }

    /// <summary>
    /// The outcome of the verification: anything but <c>answered</c> means that rules alone decided. Null where no verifier was asked.
    /// </summary>
    public ModelOutcome? Verification { get; init; }

    /// <summary>Number of the model's sentences that were dropped, by reason; null where no model was asked.</summary>
    public IReadOnlyDictionary<string, int>? Dropped { get; init; }

    /// <summary>The version of the prompts; null where no model was asked.</summary>
    public string? PromptVersion { get; init; }

    public double ElapsedMs { get; init; }

    /// <summary>The sentences of the text, with highlights.</summary>
    public IReadOnlyList<AskSentence> Sentences { get; init; } = [];

    /// <summary>The sentences grouped into parts: paragraphs, lists, steps, tables, code.</summary>
    public IReadOnlyList<AskPart> Parts { get; init; } = [];

    public IReadOnlyList<AskCitation> Citations { get; init; } = [];

    /// <summary>The questions of the message that nothing answers.</summary>
    public IReadOnlyList<string> Unanswered { get; init; } = [];

    public IReadOnlyList<NearMiss> Closest { get; init; } = [];

    /// <summary>The notes after the answer, one a line: number of rows compared, <see cref="Older"/>, <see cref="SeeAlso"/>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Sections that answer the question for an earlier time.</summary>
    public IReadOnlyList<NearMiss> Older { get; init; } = [];

    /// <summary>Sections that hold more on a topic that was asked for.</summary>
    public IReadOnlyList<NearMiss> SeeAlso { get; init; } = [];

    /// <summary>A suggested spelling where nothing was found, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Why there is no answer, or which of several questions have none; else null.</summary>
    public string? Reason { get; init; }
}

/// <summary>A sentence of an answer for programs; the properties are those of <see cref="AnswerSentence"/>.</summary>
internal sealed record AskSentence(
    string Text,
    IReadOnlyList<int> Citations,
    IReadOnlyList<Highlight> Highlights,
    IReadOnlyList<string> Links,
    bool IsCode,
    bool IsSure,
    int Question,
    YesNo? Settles,
    string? Lead
)
{
    public static AskSentence Create(AnswerSentence sentence) =>
        new(
            sentence.Text,
            sentence.Citations,
            sentence.Highlights,
            sentence.Links,
            sentence.IsCode,
            sentence.IsSure,
            sentence.Question,
            sentence.Settles,
            sentence.Lead
        );
}

/// <summary>A citation for programs; the properties are those of <see cref="Citation"/>.</summary>
internal sealed record AskCitation(
    int Number,
    string Path,
    string Title,
    string Section,
    DateOnly? Date,
    string? Url,
    string? Author,
    int? FirstLine,
    int? LastLine,
    int? Page,
    int? LastPage,
    int? Paragraph,
    bool Stale,
    string Hash,
    string Quote
)
{
    public static AskCitation Create(Citation citation) =>
        new(
            citation.Number,
            citation.Path,
            citation.Title,
            citation.Section,
            citation.Date,
            citation.Url,
            citation.Author,
            citation.FirstLine,
            citation.LastLine,
            citation.Page,
            citation.LastPage,
            citation.Paragraph,
            citation.Stale,
            citation.Hash,
            citation.Quote
        );
}
