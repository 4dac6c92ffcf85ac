using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace BriefBot.Tests.Fakes;

/// <summary>Makes DOCX files from the XML of their parts, as a word processor would.</summary>
internal static class DocxFile
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

    private const string Styles = """
        <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="My heading"/><w:basedOn w:val="H2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>
        <w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
        <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
        """;

    /// <summary>A file with this XML in its body.</summary>
    public static byte[] Of(string body, Action<WordprocessingDocument>? also = null)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            Write(main, $"<w:document {Namespaces}><w:body>{body}<w:sectPr/></w:body></w:document>");
            Write(main.AddNewPart<StyleDefinitionsPart>(), $"<w:styles {Namespaces}>{Styles}</w:styles>");
            Write(main.AddNewPart<HeaderPart>(), $"<w:hdr {Namespaces}>{Paragraph("A page header")}</w:hdr>");
            Write(
                main.AddNewPart<FootnotesPart>(),
                $"<w:footnotes {Namespaces}><w:footnote w:id=\"7\">{Paragraph("A note.")}</w:footnote></w:footnotes>"
            );
            Write(
                main.AddNewPart<WordprocessingCommentsPart>(),
                $"<w:comments {Namespaces}><w:comment w:id=\"0\">{Paragraph("A comment")}</w:comment></w:comments>"
            );
            also?.Invoke(package);
        }

        return stream.ToArray();
    }

    /// <summary>Adds lists 1, 2 and 3 with the levels that the XML says.</summary>
    public static void AddNumbering(WordprocessingDocument package, string levels) =>
        Write(
            package.MainDocumentPart!.AddNewPart<NumberingDefinitionsPart>(),
            $"<w:numbering {Namespaces}>{levels}{string.Concat(Enumerable.Range(1, 3).Select(i => $"<w:num w:numId=\"{i}\"><w:abstractNumId w:val=\"{i}\"/></w:num>"))}</w:numbering>"
        );

    public static string Paragraph(string text, string style = "") =>
        $"<w:p><w:pPr>{(style.Length > 0 ? $"<w:pStyle w:val=\"{style}\"/>" : "")}</w:pPr>{Run(text)}</w:p>";

    public static string Run(string text, string properties = "") =>
        $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Table(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{Paragraph(cell)}</w:tc>"))}</w:tr>"))}</w:tbl>";

    private static void Write(OpenXmlPart part, string xml)
    {
        using var writer = new StreamWriter(part.GetStream(FileMode.Create));
        writer.Write(xml);
    }
}
