namespace BriefBot.Knowledge.Articles;

/// <summary>The data of an article that each of its passages carries.</summary>
public sealed record ArticleHead
{
    /// <summary>The path below the knowledge folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The article's title.</summary>
    public required string Title { get; init; }

    /// <summary>The date the front matter says.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The address the front matter says.</summary>
    public string? Url { get; init; }

    /// <summary>The author in the metadata, or null.</summary>
    public string? Author { get; init; }

    /// <summary>The unit of its blocks' places.</summary>
    public PlaceUnit PlaceUnit { get; init; }

    /// <summary>SHA-256 of the file's bytes, as lower-case hexadecimal.</summary>
    public required string Hash { get; init; }
}
