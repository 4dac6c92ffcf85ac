using System.Text.Json.Serialization;

namespace BriefBot.Answers;

/// <summary>Who wrote the sentences of an answer.</summary>
public enum AnswerSource
{
    /// <summary>Nobody: they are copied from the articles.</summary>
    [JsonStringEnumMemberName("extractive")]
    Extractive,

    /// <summary>A model: each is supported by the sentences that it cites.</summary>
    [JsonStringEnumMemberName("model")]
    Model,
}
