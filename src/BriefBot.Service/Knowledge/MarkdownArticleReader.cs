using System.Security.Cryptography;
using BriefBot.Knowledge;
using Markdig;
using Markdig.Syntax;

namespace BriefBot.Service.Knowledge;

/// <summary>Reads Markdown by Markdig, with tables, footnotes, task lists and strikethrough; HTML in it is not read.</summary>
internal sealed class MarkdownArticleReader(PassageCutter cutter) : IArticleReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Build();

    public IReadOnlyCollection<string> Extensions { get; } = [".md", ".markdown"];

    public ReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        var (text, problem) = ArticleText.Decode(path, content.Span);
        if (problem is not null)
        {
            return new ReadResult.Failed(problem);
        }

        var frontMatter = FrontMatter.Read(path, text);
        var body = Blanked(text, frontMatter.LineCount);
        if (MarkdownBounds.FindTooLarge(body) is { } line)
        {
            return new ReadResult.Failed(new Problem(path, line, "the paragraph or table that begins here is too large to be read. Put blank lines into it."));
        }

        try
        {
            return ToArticle(path, content.Span, frontMatter, new MarkdownSections(Markdown.Parse(body, Pipeline), body));
        }
        catch (Exception e) when (e is ArgumentException or InsufficientExecutionStackException)
        {
            return new ReadResult.Failed(new Problem(path, null, "is nested too deeply, or marks up too much within one paragraph or table. Flatten it, or put blank lines into it."));
        }
    }

    private ReadResult ToArticle(string path, ReadOnlySpan<byte> content, FrontMatter frontMatter, MarkdownSections markdown)
    {
        var head = new ArticleHead
        {
            Path = path,
            Title = frontMatter.Title ?? markdown.FirstHeading ?? TitleOf(path),
            Date = frontMatter.Date,
            Url = frontMatter.Url,
            Hash = Convert.ToHexStringLower(SHA256.HashData(content)),
        };
        var passages = cutter.Cut(head, markdown.Under(head.Title));
        if (passages.Count == 0)
        {
            return new ReadResult.Failed(new Problem(path, null, "holds no text under its headings. Write something into it, or remove it."));
        }

        var article = new Article
        {
            Path = path,
            Title = head.Title,
            Date = head.Date,
            Url = head.Url,
            Summary = frontMatter.Summary,
            Tags = frontMatter.Tags,
            Hash = head.Hash,
            Warnings = [.. frontMatter.Problems, .. markdown.Problems(path)],
            Passages = passages,
        };
        return new ReadResult.Read(article);
    }

    /// <summary>The name of a file as a title: without its ending, dashes and underscores as spaces.</summary>
    internal static string TitleOf(string path) => Path.GetFileNameWithoutExtension(path).Replace('-', ' ').Replace('_', ' ').Trim();

    /// <summary>The lines of the front matter become empty, so that every other line keeps its number.</summary>
    private static string Blanked(string text, int lineCount)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lineCount; i++)
        {
            lines[i] = "";
        }

        return string.Join('\n', lines);
    }
}
