using System.ComponentModel.DataAnnotations;

namespace BriefBot.Knowledge;

/// <summary>The section <c>Knowledge</c> of the settings.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Knowledge";

    /// <summary>What the process that reads files may take at the least for what it reads, unless it is set.</summary>
    public const long LeastReadMemoryBytes = 100_000_000;

    /// <summary>The folder of articles. A relative path is looked for from the working directory upward, then beside the executable.</summary>
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

    /// <summary>How long a line of a Markdown or text file may be, in characters.</summary>
    [Range(1_000, 1_000_000_000)]
    public int MaxLineLength { get; set; } = 100_000;

    /// <summary>Whether links that lead out of the folder are followed: then whoever writes into it chooses what is read of the whole machine.</summary>
    public bool FollowLinks { get; set; }

    /// <summary>Whether files of data are read too: JSON and YAML.</summary>
    public bool ReadData { get; set; }

    /// <summary>Whether changes of the folder are read as the file system tells of them; else they are when the folder is polled.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>How often it is seen what has changed, whatever the file system tells, in seconds: for network shares and links that lead out.</summary>
    [Range(1, 86_400)]
    public int PollSeconds { get; set; } = 30;

    /// <summary>How many files are read; the rest, in the order of their paths, is not.</summary>
    [Range(1, 1_000_000)]
    public int MaxFiles { get; set; } = 50_000;

    /// <summary>How deeply the elements of an HTML or DOCX file may be nested.</summary>
    [Range(16, 2_000)]
    public int MaxNesting { get; set; } = 256;

    /// <summary>How many pages a PDF file may have.</summary>
    [Range(1, 100_000)]
    public int MaxPages { get; set; } = 2_000;

    /// <summary>How many files a DOCX file may hold.</summary>
    [Range(10, 1_000_000)]
    public int MaxEntries { get; set; } = 5_000;

    /// <summary>How large the text of a DOCX file may be when it is unpacked, in bytes.</summary>
    [Range(10_000, 2_000_000_000)]
    public long MaxUnpackedBytes { get; set; } = 50_000_000;

    /// <summary>How long the reading of one file may take, in seconds.</summary>
    [Range(1, 3_600)]
    public int ReadTimeoutSeconds { get; set; } = 10;

    /// <summary>
    /// How much memory the process that reads files may take for what it reads, in bytes; null for
    /// <see cref="LeastReadMemoryBytes"/> or, where that is more, a fifth of what the container may take.
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
