using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Retrieval;

/// <summary>The section <c>Retrieval</c> of the settings.</summary>
public sealed class RetrievalOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Retrieval";

    /// <summary>Maximum number of passages searched for an answer.</summary>
    [Range(1, 50)]
    public int MaxPassages { get; set; } = 10;

    /// <summary>
    /// Indicates whether units are also ranked by meaning, with a model that runs locally; false loads nothing of it. Takes effect at the
    /// next start.
    /// </summary>
    public bool Embeddings { get; set; } = true;
}

/// <summary>Checks the section <c>Retrieval</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class RetrievalOptionsValidator : IValidateOptions<RetrievalOptions>;
