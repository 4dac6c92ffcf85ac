using System.Text.Json.Serialization;

namespace BriefBot.Answers;

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
