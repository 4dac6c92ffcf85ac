using AngleSharp.Html.Parser;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Reads HTML by AngleSharp: the article as a browser shows it, without menus, margins and scripts.</summary>
internal sealed class HtmlArticleReader(PassageCutter cutter, IOptions<KnowledgeOptions> options) : IArticleReader
{
    public IReadOnlyCollection<string> Extensions { get; } = [".html", ".htm"];

    public ReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        var (text, problem) = HtmlText.Decode(path, content.Span);
        if (problem is { Severity: Severity.Error })
        {
            return new ReadResult.Failed(problem);
        }

        var most = options.Value.Limits.Nesting;
        var nesting = new HtmlNesting(most);
        try
        {
            var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = most, OnToken = (token, _) => nesting.Count(token) });
            using var document = parser.ParseDocument(text);
            var sections = new HtmlSections(document);
            return new ArticleParts
            {
                Path = path,
                Content = content,
                About = HtmlMeta.Read(path, document),
                PlaceUnit = PlaceUnit.Paragraph,
                Sections = sections.Sections,
                Unseen = sections.Unseen,
                Links = sections.Links,
                Warnings = Problem.Some(problem),
            }.Cut(cutter);
        }
        catch (InsufficientExecutionStackException)
        {
            return new ReadResult.Failed(
                new Problem(path, null, $"Elements are nested more than {most} deep, or as many are left open. Flatten them.")
            );
        }
    }
}
