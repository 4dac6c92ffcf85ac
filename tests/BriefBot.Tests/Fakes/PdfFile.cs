using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace BriefBot.Tests.Fakes;

/// <summary>Makes PDF files line by line, from the top of each page downwards.</summary>
internal sealed class PdfFile : IDisposable
{
    /// <summary>The size of running text in points.</summary>
    public const double TextSize = 11;

    private const double Left = 50;

    private readonly PdfDocumentBuilder _builder = new();
    private readonly PdfDocumentBuilder.AddedFont _font;
    private PdfPageBuilder _page;
    private double _y;

    public PdfFile()
    {
        _builder.IncludeDocumentInformation = true;
        _font = _builder.AddStandard14Font(Standard14Font.Helvetica);
        _page = null!;
        Page();
    }

    public PdfDocumentBuilder.DocumentInformationBuilder Information => _builder.DocumentInformation;

    public PdfFile Page()
    {
        _page = _builder.AddPage(PageSize.A4);
        _y = 720;
        return this;
    }

    /// <summary>The lines of a paragraph, and the space below it.</summary>
    public PdfFile Paragraph(params string[] lines) => Paragraph(TextSize, lines);

    public PdfFile Paragraph(double size, params string[] lines)
    {
        foreach (var line in lines)
        {
            At(Left, _y, line, size);
            _y -= size * 1.25;
        }

        _y -= size * 1.5;
        return this;
    }

    public PdfFile Heading(int level, string text) => Paragraph(26 - (level * 4), text);

    public PdfFile Rows(params string[][] rows)
    {
        foreach (var row in rows)
        {
            foreach (var (i, cell) in row.Index())
            {
                At(Left + (i * 130), _y, cell, TextSize);
            }

            _y -= TextSize * 1.4;
        }

        _y -= TextSize * 1.5;
        return this;
    }

    public PdfFile At(double x, double y, string text, double size = TextSize)
    {
        if (text.Length > 0)
        {
            _page.AddText(text, size, new PdfPoint(x, y), _font);
        }

        return this;
    }

    /// <summary>Text that is drawn invisibly, as scanners do.</summary>
    public PdfFile Invisible(string text)
    {
        _page.SetTextRenderingMode(TextRenderingMode.Neither);
        Paragraph(text);
        _page.SetTextRenderingMode(TextRenderingMode.Fill);
        return this;
    }

    /// <summary>The bytes of the file, which is written then.</summary>
    public byte[] Build()
    {
        using (this)
        {
            return _builder.Build();
        }
    }

    public void Dispose() => _builder.Dispose();
}
