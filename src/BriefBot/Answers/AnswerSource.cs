using System.Text.Json.Serialization;

namespace BriefBot.Answers;

/// <summary>Tells who wrote the sentences of an answer.</summary>
public enum AnswerSource
{
    /// <summary>Copied from the articles.</summary>
    [JsonStringEnumMemberName("extractive")]
    Extractive,

    /// <summary>A model: each is supported by the sentences that it cites.</summary>
    [JsonStringEnumMemberName("model")]
    Model,
}
