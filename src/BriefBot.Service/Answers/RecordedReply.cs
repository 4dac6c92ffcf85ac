using BriefBot.Answers;

namespace BriefBot.Service.Answers;

/// <summary>A line of a record: the reply to a question, the verdict on a sentence, or the tokens a request used.</summary>
/// <param name="Purpose">The purpose of the request.</param>
internal sealed record RecordedReply(ModelPurpose Purpose)
{
    /// <summary>The question, as the model saw it.</summary>
    public string? Question { get; init; }

    /// <summary>The earlier questions and answers as the model saw them.</summary>
    public string? Earlier { get; init; }

    /// <summary>The reply.</summary>
    public string? Text { get; init; }

    /// <summary>The outcome of the request.</summary>
    public ModelOutcome Outcome { get; init; }

    /// <summary>A sentence that it judged.</summary>
    public string? Sentence { get; init; }

    /// <summary>Indicates whether the passages state the sentence.</summary>
    public bool? States { get; init; }

    /// <summary>The tokens that it read.</summary>
    public int PromptTokens { get; init; }

    /// <summary>The tokens that it wrote.</summary>
    public int ReplyTokens { get; init; }
}
