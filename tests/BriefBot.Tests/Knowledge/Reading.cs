using System.Text;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Knowledge.MarkdownFiles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>Reads a text as an article, and tells what was read.</summary>
internal static class Reading
{
    /// <summary>The article, or a failed test.</summary>
    public static Article Read(IArticleReader reader, string path, string text) => Read(reader, path, Encoding.UTF8.GetBytes(text));

    /// <summary>The article, or a failed test.</summary>
    public static Article Read(IArticleReader reader, string path, byte[] content) =>
        reader.Read(path, content) switch
        {
            ReadResult.Read read => read.Article,
            ReadResult.Failed failed => throw new InvalidOperationException(failed.Problem.ToString()),
            _ => throw new InvalidOperationException("The set of results is closed."),
        };

    /// <summary>A Markdown file, read.</summary>
    public static Article Markdown(string text) => Read(new MarkdownArticleReader(Some.Cutter(), Some.Knowledge()), "bridge.md", text);

    /// <summary>The problem of a Markdown file that can't be read.</summary>
    public static Problem FailMarkdown(string text) =>
        Assert
            .IsType<ReadResult.Failed>(
                new MarkdownArticleReader(Some.Cutter(), Some.Knowledge()).Read("bridge.md", Encoding.UTF8.GetBytes(text))
            )
            .Problem;

    /// <summary>
    /// All there is to know of an article's text, a block a line: the section, the kind unless it is prose, the text with its places.
    /// </summary>
    public static string[] Told(Article article) =>
        [
            .. article.Passages.SelectMany(passage =>
                passage.Blocks.Select(block =>
                    (passage.Section.Length > 0 ? $"[{passage.Section}] " : "")
                    + (block.Kind == BlockKind.Prose ? "" : $"{block.Kind}: ")
                    + Numbered(block)
                )
            ),
        ];

    /// <summary>The text of a block, with the number of each line, page or paragraph before what stands there.</summary>
    private static string Numbered(TextBlock block)
    {
        var text = new StringBuilder(block.Text);
        foreach (var start in block.Places.Reverse())
        {
            text.Insert(start.Offset, $"{start.Number}:");
        }

        return text.ToString();
    }
}
