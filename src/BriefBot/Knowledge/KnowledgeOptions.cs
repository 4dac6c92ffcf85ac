using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace BriefBot.Knowledge;

/// <summary>The section <c>Knowledge</c> of the settings.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Knowledge";

    /// <summary>
    /// The folder of articles. A relative path is looked for from the working directory upward, then beside the executable.
    /// </summary>
    [Required]
    public string Path { get; set; } = "knowledge";

    /// <summary>
    /// The address of an article that names none itself: <c>{path}</c> is its path below the folder, <c>{line}</c> the line on
    /// which a quote begins, 1 where its format has no lines. Null for no link.
    /// </summary>
    [RegularExpression(
        @"(?=.*\{path\})https?://[^\s{}]+(\{(path|line)\}[^\s{}]*)+",
        ErrorMessage = "The {0} field must be an http or https address with {{path}} in it, and {{line}} if you like."
    )]
    public string? LinkPattern { get; set; }

    /// <summary>The largest file that is read, in bytes.</summary>
    [Range(1_000, 1_000_000_000)]
    public long MaxFileBytes { get; set; } = 10_000_000;

    /// <summary>
    /// Indicates whether links that lead out of the folder are followed. Then anyone who can write into it chooses which files of the
    /// machine are read.
    /// </summary>
    public bool FollowLinks { get; set; }

    /// <summary>Indicates whether files of data are read too: JSON and YAML.</summary>
    public bool ReadData { get; set; }

    /// <summary>
    /// Interval in seconds at which the folder is checked for changes regardless of file system events, for network shares and links that
    /// lead out.
    /// </summary>
    [Range(1, 86_400)]
    public int PollSeconds { get; set; } = 30;

    /// <summary>Maximum number of files read; the rest, in the order of their paths, is not.</summary>
    [Range(1, 1_000_000)]
    public int MaxFiles { get; set; } = 50_000;

    /// <summary>Maximum time to read one file, in seconds.</summary>
    [Range(1, 3_600)]
    public int ReadTimeoutSeconds { get; set; } = 10;

    /// <summary>
    /// Indicates whether file system events are watched for. Not a setting: where there are none, polling finds the changes.
    /// </summary>
    internal bool Watch { get; set; } = true;

    /// <summary>Limits that are not settings.</summary>
    [JsonInclude]
    internal ReadingLimits Limits { get; set; } = new();
}

/// <summary>Checks the section <c>Knowledge</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class KnowledgeOptionsValidator : IValidateOptions<KnowledgeOptions>;
