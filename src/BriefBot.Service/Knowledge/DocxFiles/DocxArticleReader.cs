using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Knowledge.DocxFiles;

/// <summary>Reads DOCX by the Open XML SDK: the printed body text, without deletions, comments, headers and footers.</summary>
internal sealed class DocxArticleReader(PassageCutter cutter, IOptions<KnowledgeOptions> options) : IArticleReader
{
    public IReadOnlyCollection<string> Extensions { get; } = [".docx"];

    public ReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        if (content.Span is [])
        {
            return Fail(path, "The file is empty. Add some text, or remove it.");
        }

        if (content.Span is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return Fail(path, "This has a password, or is an old DOC file. Save it as DOCX without a password.");
        }

        try
        {
            return DocxBounds.FindTooLarge(content, options.Value.Limits) is { } reason ? Fail(path, reason) : ReadText(path, content);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // Anybody may have made this package, and its libraries throw any exception.
            return Fail(path, "This isn’t a valid DOCX file, or it’s damaged. Save it as DOCX again, or remove it.");
        }
    }

    private ReadResult ReadText(string path, ReadOnlyMemory<byte> content)
    {
        // Opened to be read alone, the package would be copied into a temporary file: the folder of those may not be there, and an article
        // does not belong into it.
        using var package = WordprocessingDocument.Open(
            new MemoryStream(content.ToArray()),
            isEditable: true,
            new OpenSettings { AutoSave = false }
        );
        if (package.MainDocumentPart is not { } main)
        {
            return Fail(path, "There is no document in this file. Save it as DOCX again, or remove it.");
        }

        var document = new DocxSections(main);
        return new ArticleParts
        {
            Path = path,
            Content = content,
            About = About(package, document),
            PlaceUnit = PlaceUnit.Paragraph,
            Sections = document.Sections,
            Unseen = document.Unseen,
        }.Cut(cutter);
    }

    private static FrontMatter About(WordprocessingDocument package, DocxSections document)
    {
        var properties = package.PackageProperties;
        return new FrontMatter
        {
            Title = document.Sections.FirstHeading ?? DocumentProperty.Title(properties.Title) ?? document.OnlyHeading,
            Date = properties.Created is { } created ? DateOnly.FromDateTime(created) : null,
            Author = DocumentProperty.Text(properties.Creator),
            Summary = DocumentProperty.Text(properties.Description) ?? DocumentProperty.Text(properties.Subject),
            Tags = DocumentProperty.List(properties.Keywords),
        };
    }

    private static ReadResult.Failed Fail(string path, string message) => new(new Problem(path, null, message));
}
