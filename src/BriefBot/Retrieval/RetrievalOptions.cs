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

    /// <summary>Whether sentences are also judged by what they mean, by a model that runs here; false loads nothing of it. Taken at the start.</summary>
    public bool Embeddings { get; set; } = true;
}
