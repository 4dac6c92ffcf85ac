using System.ComponentModel.DataAnnotations;

namespace BriefBot.Retrieval;

/// <summary>The section <c>Retrieval</c> of the settings.</summary>
public sealed class RetrievalOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Retrieval";

    /// <summary>How many passages an answer is looked for in.</summary>
    [Range(1, 50)]
    public int MaxPassages { get; set; } = 10;
}
