using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>The section <c>Answers</c> of the settings.</summary>
public sealed class AnswersOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Answers";

    /// <summary>From this confidence on an answer is given as sure.</summary>
    [Range(0.0, 1.0)]
    public double SureFrom { get; set; } = 0.72;

    /// <summary>
    /// From this confidence on, below <see cref="SureFrom"/>, the best units are given as ones that perhaps answer; below both the bot says that the folder does not say.
    /// Where it is no lower than <see cref="SureFrom"/> nothing is given as perhaps, and where it is 0 something is whatever is found.
    /// </summary>
    [Range(0.0, 1.0)]
    public double PerhapsFrom { get; set; } = 0.35;

    /// <summary>
    /// The most units (paragraphs, sentences, lists, rows) of an answer to one question. Of two that are compared each has its own, and a list of up to twelve items counts
    /// as one.
    /// </summary>
    [Range(1, 10)]
    public int MaxSentences { get; set; } = 3;

    /// <summary>A model that writes answers, and is checked; none unless one is named.</summary>
    [ValidateObjectMembers]
    public ModelOptions Model { get; set; } = new();
}
