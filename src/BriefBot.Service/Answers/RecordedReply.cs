using BriefBot.Answers;

namespace BriefBot.Service.Answers;

/// <summary>A line of a record: what a model wrote for a question, the verdict on a sentence, or what a request used.</summary>
/// <param name="Purpose">What the model was asked for.</param>
internal sealed record RecordedReply(ModelPurpose Purpose)
{
    /// <summary>The question, as the model saw it.</summary>
    public string? Question { get; init; }

    /// <summary>What was asked before it and answered, as the model saw it.</summary>
    public string? Earlier { get; init; }

    /// <summary>What it wrote.</summary>
    public string? Text { get; init; }

    /// <summary>What became of asking it.</summary>
    public ModelOutcome Outcome { get; init; }

    /// <summary>A sentence that it judged.</summary>
    public string? Sentence { get; init; }

    /// <summary>Whether the passages state the sentence.</summary>
    public bool? States { get; init; }

    /// <summary>The tokens that it read.</summary>
    public int PromptTokens { get; init; }

    /// <summary>The tokens that it wrote.</summary>
    public int ReplyTokens { get; init; }
}
