using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>The section <c>Answers</c> of the settings.</summary>
public sealed class AnswersOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Answers";

    /// <summary>Below this confidence the bot says that the folder does not say. 0 answers whatever is found.</summary>
    [Range(0.0, 1.0)]
    public double MinConfidence { get; set; } = 0.34;

    /// <summary>The most sentences of an answer to one question. Of two that are compared each has one, and a list of up to seven items comes whole.</summary>
    [Range(1, 10)]
    public int MaxSentences { get; set; } = 3;

    /// <summary>A model that writes answers, and is checked; none unless one is named.</summary>
    [ValidateObjectMembers]
    public ModelOptions Model { get; set; } = new();
}
