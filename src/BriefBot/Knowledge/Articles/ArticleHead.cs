namespace BriefBot.Knowledge.Articles;

/// <summary>What every passage of an article carries with it.</summary>
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

    /// <summary>Who wrote the article, as the file says.</summary>
    public string? Author { get; init; }

    /// <summary>What the places of its blocks count.</summary>
    public PlaceUnit PlaceUnit { get; init; }

    /// <summary>SHA-256 of the file's bytes, as lower-case hexadecimal.</summary>
    public required string Hash { get; init; }
}
