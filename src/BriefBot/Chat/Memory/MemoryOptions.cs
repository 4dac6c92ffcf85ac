using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat.Memory;

/// <summary>The section <c>Memory</c> of the settings: what is remembered over restarts. A change waits for the next start.</summary>
public sealed class MemoryOptions
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
}

/// <summary>Checks the section <c>Memory</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class MemoryOptionsValidator : IValidateOptions<MemoryOptions>;
