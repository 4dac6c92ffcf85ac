using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat.Memory;

/// <summary>The section <c>Memory</c> of the settings: what is remembered over restarts. A change waits for the next start.</summary>
public sealed class MemoryOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Memory";

    /// <summary>
    /// Indicates whether anything is written to the data folder; with false a restart forgets conversations and messages.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Indicates whether the words of questions and answers are kept. With false only the ids of handled messages are, and a restart
    /// forgets conversations.
    /// </summary>
    public bool Questions { get; set; } = true;

    /// <summary>Number of days after which everything is deleted.</summary>
    [Range(1, 3_650)]
    public int RetentionDays { get; set; } = 90;

    /// <summary>Number of days after an answer in which a change of its sources marks it.</summary>
    [Range(0, 3_650)]
    public int CorrectDays { get; set; } = 7;

    /// <summary>
    /// The connection string of a PostgreSQL database to use instead of the file in the data folder, a secret; empty for the file. Several
    /// processes may share it.
    /// </summary>
    public string Postgres { get; set; } = "";

    /// <summary>
    /// The key of the hashes of authors, a secret of at least 16 characters, the same for all processes that share a database. Empty to
    /// have one made in the data folder.
    /// </summary>
    [RegularExpression(
        @"(?:.{16,500})?",
        ErrorMessage = "The field {0} must have at least 16 characters.",
        MatchTimeoutInMilliseconds = 1_000
    )]
    public string Key { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Postgres.Length > 0 && Key.Length == 0)
        {
            yield return new ValidationResult(
                "Memory:Key: is empty, and Memory:Postgres is set. Set the same long random text for all processes that share the database."
            );
        }
    }
}

/// <summary>Checks the section <c>Memory</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class MemoryOptionsValidator : IValidateOptions<MemoryOptions>;
