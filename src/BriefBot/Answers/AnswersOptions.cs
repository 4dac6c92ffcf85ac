using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>The section <c>Answers</c> of the settings.</summary>
public sealed class AnswersOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Answers";

    /// <summary>Minimum confidence of an answer that is given as sure, from 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double SureFrom { get; set; } = 0.72;

    /// <summary>
    /// Minimum confidence of an answer that is given as "perhaps"; below it the bot says that the folder does not say. At or above
    /// <see cref="SureFrom"/> nothing is given as perhaps; at 0 anything found is.
    /// </summary>
    [Range(0.0, 1.0)]
    public double PerhapsFrom { get; set; } = 0.35;

    /// <summary>
    /// The most units (paragraphs, sentences, lists, rows) of an answer to one question. Of two that are compared each has its own, and a
    /// list of up to twelve items counts as one.
    /// </summary>
    [Range(1, 10)]
    public int MaxSentences { get; set; } = 3;

    /// <summary>A model that writes answers, and is checked; none unless one is named.</summary>
    [ValidateObjectMembers]
    public ModelOptions Model { get; set; } = new();
}

/// <summary>Checks the section <c>Answers</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class AnswersOptionsValidator : IValidateOptions<AnswersOptions>;
