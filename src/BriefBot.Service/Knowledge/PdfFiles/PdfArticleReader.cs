using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;
using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.Exceptions;

namespace BriefBot.Service.Knowledge.PdfFiles;

/// <summary>
/// Reads PDF by PdfPig: letters become words, lines, paragraphs, headings and rows by their position and size on the page.
/// </summary>
internal sealed class PdfArticleReader(PassageCutter cutter, IOptions<KnowledgeOptions> options) : IArticleReader
{
    public IReadOnlyCollection<string> Extensions { get; } = [".pdf"];

    public ReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
        {
            return Fail(path, "is empty. Write something into it, or remove it.");
        }

        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return document.NumberOfPages > options.Value.Limits.Pages
                ? Fail(path, $"has {document.NumberOfPages} pages, more than {options.Value.Limits.Pages}. Split the file.")
                : ReadText(path, content, document);
        }
        catch (PdfDocumentEncryptedException)
        {
            return Fail(path, "is protected by a password. Save it without one.");
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // Anybody may have made this file, and the library throws any exception.
            return Fail(path, "is damaged, or no PDF file. Save it again as PDF, or remove it.");
        }
    }

    private ReadResult ReadText(string path, ReadOnlyMemory<byte> content, PdfDocument document)
    {
        var blocks = new List<PdfBlock>();
        var problems = new List<Problem>();
        var unseen = new UnseenText();
        var form = Form(document);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            try
            {
                blocks.AddRange(PdfPage.Read(document.GetPage(number), form, unseen));
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                problems.Add(new Problem(path, null, $"page {number} can't be read: it is damaged. Save the file again as PDF."));
            }
        }

        if (blocks.Count == 0)
        {
            return Fail(
                path,
                document.NumberOfPages == 0
                        ? "has no page that can be found: what should lead to its pages is damaged, or leads in a circle. Save it again as PDF, or remove it."
                    : problems is [var first, ..] ? first.Message
                    : "holds no text. If it is a scan, have its text recognized and save it again."
            );
        }

        var pages = new PdfSections(PdfDecorations.Without(blocks));
        return new ArticleParts
        {
            Path = path,
            Content = content,
            About = About(document),
            PlaceUnit = PlaceUnit.Page,
            Sections = pages.Sections,
            Unseen = unseen,
            Warnings = problems,
        }.Cut(cutter);
    }

    /// <summary>The form that the document is, or null; one that is damaged is none.</summary>
    private static AcroForm? Form(PdfDocument document)
    {
        try
        {
            return document.TryGetForm(out var form) ? form : null;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return null;
        }
    }

    private static FrontMatter About(PdfDocument document)
    {
        var information = document.Information;
        return new FrontMatter
        {
            Title = DocumentProperty.Title(information.Title),
            Date = information.GetCreatedDateTimeOffset() is { } created ? DateOnly.FromDateTime(created.Date) : null,
            Author = DocumentProperty.Text(information.Author),
            Summary = DocumentProperty.Text(information.Subject),
            Tags = DocumentProperty.List(information.Keywords),
        };
    }

    private static ReadResult.Failed Fail(string path, string message) => new(new Problem(path, null, message));
}
