using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Knowledge.MarkupFiles;
using Markdig;
using Markdig.Syntax;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// Reads Markdown by Markdig, with the dialects of documentation tools; HTML in it is read as HTML. reStructuredText and AsciiDoc, for
/// which no library is kept, are written as Markdown first.
/// </summary>
internal sealed class MarkdownArticleReader(PassageCutter cutter, IOptions<KnowledgeOptions> options) : IArticleReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseDefinitionLists()
        .UseCustomContainers()
        .UseEmojiAndSmiley(enableSmileys: false)
        .UseEmphasisExtras()
        .Use<Admonition.Opener>()
        .Use<WikiLink>()
        .Build();

    public IReadOnlyCollection<string> Extensions { get; } = [".md", ".markdown", ".mdx", ".qmd", ".rmd", ".rst", ".adoc", ".asciidoc"];

    public ReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        var (text, problem) = ArticleText.Decode(path, content.Span, options.Value.Limits.LineLength);
        if (problem is { Severity: Severity.Error })
        {
            return new ReadResult.Failed(problem);
        }

        var frontMatter = FrontMatter.Read(path, text);
        var body = ToMarkdown(path, Blanked(text, frontMatter.LineCount));
        if (MarkdownBounds.FindTooLarge(body) is { } line)
        {
            return new ReadResult.Failed(
                new Problem(path, line, "The paragraph or table that begins here is too large to read. Split it with blank lines.")
            );
        }

        try
        {
            var document = Markdown.Parse(body, Pipeline);
            var markdown = new MarkdownSections(document, body);
            return new ArticleParts
            {
                Path = path,
                Content = content,
                About = frontMatter,
                Sections = markdown.Sections,
                Unseen = markdown.Unseen,
                Links = markdown.Links,
                Warnings =
                [
                    .. Problem.Some(problem),
                    .. Problem.Some(OpenCode(path, document)),
                    .. Problem.Some(RaggedTable(path, markdown.Ragged)),
                ],
            }.Cut(cutter);
        }
        catch (Exception e) when (e is ArgumentException or InsufficientExecutionStackException)
        {
            return new ReadResult.Failed(
                new Problem(
                    path,
                    null,
                    "This is nested too deeply, or has too much markup in one paragraph or table. Flatten it, or split it with blank lines."
                )
            );
        }
    }

    /// <summary>Returns a warning where a code block is not closed, so that all after it is code; otherwise null.</summary>
    private static Problem? OpenCode(string path, MarkdownDocument document) =>
        document.OfType<FencedCodeBlock>().LastOrDefault() is { ClosingFencedCharCount: 0 } code
            ? new Problem(
                path,
                code.Line + 1,
                "The code block that begins here isn’t closed, so the rest of the article is code. Close it."
            )
            {
                Severity = Severity.Warning,
            }
            : null;

    private static Problem? RaggedTable(string path, (int Line, int Cells, int Columns)? row) =>
        row is var (line, cells, columns)
            ? new Problem(path, line, $"This row has {cells} cells and the header row {columns}. Write one cell for each column.")
            {
                Severity = Severity.Warning,
            }
            : null;

    private static string ToMarkdown(string path, string text) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".rst" => RestructuredText.ToMarkdown(text),
            ".adoc" or ".asciidoc" => AsciiDoc.ToMarkdown(text),
            _ => MarkdownDialects.Normalize(text),
        };

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
