using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Knowledge;

/// <summary>The section <c>Knowledge</c> of the settings.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Knowledge";

    /// <summary>Minimum memory of the reading process when none is set, in bytes.</summary>
    public const long LeastReadMemoryBytes = 100_000_000;

    /// <summary>
    /// The folder of articles. A relative path is looked for from the working directory upward, then beside the executable.
    /// </summary>
    [Required]
    public string Path { get; set; } = "knowledge";

    /// <summary>
    /// The address of an article that names none itself: <c>{path}</c> is its path below the folder, <c>{line}</c> the line on
    /// which a quote begins, 1 where its format has no lines. Null for no link.
    /// </summary>
    [RegularExpression(@"(?=.*\{path\})https?://[^\s{}]+(\{(path|line)\}[^\s{}]*)+",
        ErrorMessage = "The {0} field must be an http or https address with {{path}} in it, and {{line}} if you like.")]
    public string? LinkPattern { get; set; }

    /// <summary>The largest file that is read, in bytes.</summary>
    [Range(1_000, 1_000_000_000)]
    public long MaxFileBytes { get; set; } = 10_000_000;

    /// <summary>Maximum length of a line of a Markdown or text file, in characters.</summary>
    [Range(1_000, 1_000_000_000)]
    public int MaxLineLength { get; set; } = 100_000;

    /// <summary>
    /// Indicates whether links that lead out of the folder are followed. Then anyone who can write into it chooses which files of the
    /// machine are read.
    /// </summary>
    public bool FollowLinks { get; set; }

    /// <summary>Indicates whether files of data are read too: JSON and YAML.</summary>
    public bool ReadData { get; set; }

    /// <summary>
    /// Indicates whether changes of the folder are read as the file system tells of them; else they are when the folder is polled.
    /// </summary>
    public bool Watch { get; set; } = true;

    /// <summary>
    /// Interval in seconds at which the folder is checked for changes regardless of file system events, for network shares and links that
    /// lead out.
    /// </summary>
    [Range(1, 86_400)]
    public int PollSeconds { get; set; } = 30;

    /// <summary>Maximum number of files read; the rest, in the order of their paths, is not.</summary>
    [Range(1, 1_000_000)]
    public int MaxFiles { get; set; } = 50_000;

    /// <summary>Maximum nesting depth of the elements of an HTML or DOCX file.</summary>
    [Range(16, 2_000)]
    public int MaxNesting { get; set; } = 256;

    /// <summary>Maximum number of pages of a PDF file.</summary>
    [Range(1, 100_000)]
    public int MaxPages { get; set; } = 2_000;

    /// <summary>Maximum number of entries of a DOCX file.</summary>
    [Range(10, 1_000_000)]
    public int MaxEntries { get; set; } = 5_000;

    /// <summary>Maximum unpacked size of a DOCX file's text, in bytes.</summary>
    [Range(10_000, 2_000_000_000)]
    public long MaxUnpackedBytes { get; set; } = 50_000_000;

    /// <summary>Maximum time to read one file, in seconds.</summary>
    [Range(1, 3_600)]
    public int ReadTimeoutSeconds { get; set; } = 10;

    /// <summary>
    /// Maximum memory of the reading process, in bytes; null for <see cref="LeastReadMemoryBytes"/> or a fifth of the container's limit,
    /// whichever is more.
    /// </summary>
    [Range(50_000_000, 100_000_000_000)]
    public long? ReadMemoryBytes { get; set; }

    /// <summary>A passage takes in the next paragraph while it holds fewer words than this.</summary>
    [Range(20, 500)]
    public int MinPassageWords { get; set; } = 60;

    /// <summary>A passage never takes in a paragraph that would bring it over this many words; a longer paragraph is cut.</summary>
    [Range(40, 2_000)]
    public int MaxPassageWords { get; set; } = 400;
}

/// <summary>Checks the section <c>Knowledge</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class KnowledgeOptionsValidator : IValidateOptions<KnowledgeOptions>;
