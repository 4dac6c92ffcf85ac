namespace BriefBot.Retrieval;

/// <summary>The section <c>Retrieval</c> of the settings.</summary>
public sealed class RetrievalOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Retrieval";

    /// <summary>
    /// Indicates whether units are also ranked by meaning, with a model that runs locally; false loads nothing of it. Takes effect at the
    /// next start.
    /// </summary>
    public bool Embeddings { get; set; } = true;
}
