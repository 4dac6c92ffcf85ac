using System.Text.Json.Serialization;

namespace BriefBot.Answers;

/// <summary>The part a model had in an answer, whether or not its sentences were used.</summary>
/// <param name="Outcome">The outcome of the request.</param>
public sealed record ModelUse(ModelOutcome Outcome)
{
    /// <summary>Number of its sentences that were dropped, by reason.</summary>
    public IReadOnlyDictionary<string, int> Dropped { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// The outcome of the verification: anything but <see cref="ModelOutcome.Answered"/> means that rules alone decided. Null where no
    /// verifier was asked.
    /// </summary>
    public ModelOutcome? Verification { get; init; }

    /// <summary>The version of the prompts: the beginning of the hash of their texts.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>Number of tokens that it read, searches and verification included; 0 if the API reports none.</summary>
    public int PromptTokens { get; init; }

    /// <summary>Number of tokens that it wrote.</summary>
    public int ReplyTokens { get; init; }

    /// <summary>Its sentences, those of a second try after those of the first.</summary>
    internal IReadOnlyList<ModelDraft> Drafts { get; init; } = [];

    /// <summary>Returns a copy with the tokens of a further request.</summary>
    internal ModelUse Add((int Prompt, int Reply) tokens) =>
        this with
        {
            PromptTokens = PromptTokens + tokens.Prompt,
            ReplyTokens = ReplyTokens + tokens.Reply,
        };
}

/// <summary>A sentence that a model wrote, as it is recorded.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Problem">The reason why it was dropped, as counted in <see cref="ModelUse.Dropped"/>; null where it was proven.</param>
internal sealed record ModelDraft(string Text, string? Problem);

/// <summary>The outcome of a request to a model.</summary>
public enum ModelOutcome
{
    /// <summary>Its sentences are the answer.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>It said that the passages do not answer, or no passages were found and it was not asked.</summary>
    [JsonStringEnumMemberName("no_answer")]
    NoAnswer,

    /// <summary>The first of its sentences, which has to answer, is supported by no passage, nor is that of a second reply.</summary>
    [JsonStringEnumMemberName("not_supported")]
    NotSupported,

    /// <summary>It did not finish in time; the sentences received until then are the answer if the first of them is proven.</summary>
    [JsonStringEnumMemberName("timed_out")]
    TimedOut,

    /// <summary>It was asked too much (429).</summary>
    [JsonStringEnumMemberName("rate_limited")]
    RateLimited,

    /// <summary>It can't be reached, failed, or sent a reply that can't be read.</summary>
    [JsonStringEnumMemberName("unavailable")]
    Unavailable,

    /// <summary>The tokens that may be used in a day are used up, and it was not asked.</summary>
    [JsonStringEnumMemberName("over_budget")]
    OverBudget,
}
