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
            return Fail(path, "The file is empty. Add some text, or remove it.");
        }

        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return document.NumberOfPages > options.Value.Limits.Pages
                ? Fail(path, $"This has {document.NumberOfPages} pages, more than {options.Value.Limits.Pages}. Split the file.")
                : ReadText(path, content, document);
        }
        catch (PdfDocumentEncryptedException)
        {
            return Fail(path, "This has a password. Save it without one.");
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // Anybody may have made this file, and the library throws any exception.
            return Fail(path, "This isn’t a valid PDF file, or it’s damaged. Save it as PDF again, or remove it.");
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
                problems.Add(new Problem(path, null, $"Page {number} is damaged and can’t be read. Save the file as PDF again."));
            }
        }

        if (blocks.Count == 0)
        {
            return Fail(
                path,
                document.NumberOfPages == 0
                        ? "No page can be found: its page tree is damaged or circular. Save it as PDF again, or remove it."
                    : problems is [var first, ..] ? first.Message
                    : "There is no text in this file. If it’s a scan, run text recognition (OCR) and save it again."
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
