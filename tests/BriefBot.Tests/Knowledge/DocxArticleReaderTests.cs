using System.IO.Compression;
using System.Xml.Linq;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Knowledge.DocxFiles;
using BriefBot.Tests.Fakes;
using static BriefBot.Tests.Fakes.DocxFile;

namespace BriefBot.Tests.Knowledge;

public sealed class DocxArticleReaderTests : ArticleReaderContract
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Each is the body of a document, and the blocks it is read as, with the number of the paragraph under its heading.</summary>
    public static TheoryData<string, string[]> Cases =>
        new()
        {
            { Paragraph("One  two") + Paragraph("") + Paragraph("Three"), ["1:One two", "2:Three"] },
            {
                $"<w:p>{Run("Ha")}{Run("lf")}<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t></w:r></w:p>",
                ["1:Half a b-cd"]
            },
            {
                Paragraph("A", "H1")
                    + Paragraph("One")
                    + Paragraph("B", "H2")
                    + Paragraph("Two")
                    + Paragraph("Three")
                    + Paragraph("C", "H1")
                    + Paragraph("Four"),
                ["[A] 1:One", "[A › B] 1:Two", "[A › B] 2:Three", "[C] 1:Four"]
            },
            { Paragraph("A", "Own") + Paragraph("One"), ["[A] 1:One"] },
            { "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p>" + Paragraph("One"), ["[A] 1:One"] },
            { Paragraph("In a circle", "A"), ["1:In a circle"] },
            {
                Paragraph("One", "Bullet") + "<w:p><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>Two</w:t></w:r></w:p>",
                ["ListItem: 1:One", "ListItem: 2:Two"]
            },
            { Table(["Car", "of a member"], ["Lorry", "of a guest"]), ["TableRow: 1:Car | of a member", "TableRow: 2:Lorry | of a guest"] },
            {
                Paragraph("Tolls:") + Table(["Car", "Lorry"], ["1 mark", "2 marks"]),
                ["1:Tolls:", "TableHeader: 2:Car | Lorry", "TableRow: 3:1 mark | 2 marks"]
            },
            { Table(["A box"], ["of one column"]), ["1:A box", "2:of one column"] },
            {
                $"<w:p>{Run("Stays")}<w:del w:id=\"1\"><w:r><w:delText>gone</w:delText></w:r></w:del><w:moveFrom w:id=\"2\">{Run("gone")}</w:moveFrom><w:ins "
                    + $"w:id=\"3\">{Run(", new")}</w:ins></w:p>",
                ["1:Stays, new"]
            },
            {
                $"<w:p>{Run("Stays")}{Run("gone", "<w:vanish/>")}{Run("gone", "<w:rStyle w:val=\"Secret\"/>")}{Run(" too", "<w:vanish w:val=\"0\"/>")}</w:p>",
                ["1:Stays too"]
            },
            {
                $"<w:p>{Run("10")}{Run("5", "<w:vertAlign w:val=\"superscript\"/>")}{Run(" of H")}{Run("2", "<w:vertAlign w:val=\"subscript\"/>")}{Run("O on the 1")}"
                    + $"{Run("st", "<w:vertAlign w:val=\"superscript\"/>")}{Run(" cost ")}{Run("9", "<w:strike/>")}{Run("8", "<w:dstrike/>")}"
                    + $"{Run("11", "<w:strike w:val=\"0\"/>")}</w:p>",
                ["1:10⁵ of H₂O on the 1st cost 11"]
            },
            {
                $"<w:p><w:commentRangeStart w:id=\"0\"/>{Run("Text")}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>",
                ["1:Text"]
            },
            {
                $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE gone</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>{Run("Result")}</w:p>",
                ["1:Result"]
            },
            { Paragraph("One . . . 3", "Toc") + Paragraph("One"), ["1:One"] },
            {
                $"<w:p>{Run("Text")}<w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>" + Paragraph("More"),
                ["1:Text", "1:A note.", "2:More"]
            },
            { $"<w:sdt><w:sdtContent>{Paragraph("In a control")}</w:sdtContent></w:sdt>", ["1:In a control"] },
            {
                $"<w:p>{Run("Text")}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData>"
                    + $"<wps:wsp><wps:txbx><w:txbxContent>{Paragraph("In a box")}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
                    + $"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{Paragraph("In a box")}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
                    + "</mc:AlternateContent></w:r></w:p>",
                ["1:Text", "2:In a box"]
            },
            {
                "<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
                    + Paragraph("Stays"),
                ["1:Stays"]
            },
        };

    private protected override IArticleReader Reader { get; } = new DocxArticleReader(Some.Cutter(), Some.Knowledge());

    private protected override string Name => "notes/harbour-bridge_facts.docx";

    private protected override PlaceUnit PlaceUnit => PlaceUnit.Paragraph;

    private protected override byte[] Write(IEnumerable<ArticlePart> parts) =>
        Of(
            string.Concat(
                parts.Select(part =>
                    part is ArticlePart.Heading heading
                        ? Paragraph(heading.Text, $"H{heading.Level}")
                        : Paragraph(((ArticlePart.Paragraph)part).Text)
                )
            )
        );

    private protected override string TextAt(byte[] file, Place place, string section)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var stream = archive.GetEntry("word/document.xml")!.Open();
        var paragraphs = XDocument
            .Load(stream)
            .Descendants(W + "p")
            .SkipWhile(paragraph => !(IsHeading(paragraph) && (section.Length == 0 || paragraph.Value == section)))
            .Skip(1);
        return paragraphs.TakeWhile(paragraph => !IsHeading(paragraph)).ElementAt(place.First - 1).Value;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ADocumentReadsAsItIsPrinted(string body, string[] blocks) =>
        Assert.Equal(
            blocks,
            Reading.Told(Read(Of(body + Paragraph("Last", "H1") + Paragraph("Word") + Paragraph("Really last", "H1")))).SkipLast(1)
        );

    [Fact]
    public void AParagraphWithTheStyleOfATitleIsTheTitle() =>
        Assert.Equal(
            "The bridge",
            Read(Of(Paragraph("The bridge", "Titel") + Paragraph("A", "H1") + Paragraph("One"), With("Another", "ann"))).Title
        );

    [Fact]
    public void TheTitleOfThePropertiesComesNext() =>
        Assert.Equal("The bridge", Read(Of(Paragraph("A", "H1") + Paragraph("One"), With("The bridge", "ann"))).Title);

    [Theory]
    [InlineData("")]
    [InlineData("Microsoft Word - draft 3.doc")]
    [InlineData("untitled")]
    [InlineData("bridge.docx")]
    public void ATitleThatAProgramMadeUpIsNone(string title) =>
        Assert.Equal(
            "harbour bridge facts",
            Read(Of(Paragraph("A", "H1") + Paragraph("One") + Paragraph("B", "H1") + Paragraph("Two"), With(title, "ann"))).Title
        );

    [Fact]
    public void ThePropertiesSayWhatAFrontMatterSays()
    {
        var article = Read(Of(Paragraph("One"), With("The bridge", "ann")));
        Assert.Equal((new DateOnly(2025, 9, 4), "All about it", "ann"), (article.Date, article.Summary, article.Author));
        Assert.Equal(["steel", "water"], article.Tags);
    }

    [Fact]
    public void WhatAPasswordProtectsSaysSo() =>
        Assert.Equal(
            "This has a password, or is an old DOC file. Save it as DOCX without a password.",
            Fail([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]).Message
        );

    [Fact]
    public void AnotherArchiveIsNoDocument()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            archive.CreateEntry("a.txt");
        }

        Assert.Contains("Save it as DOCX again, or remove it.", Fail(stream.ToArray()).Message, StringComparison.Ordinal);
    }

    private static bool IsHeading(XElement paragraph) =>
        paragraph.Descendants(W + "pStyle").Any(style => style.Attribute(W + "val")!.Value[0] == 'H');

    private static Action<DocumentFormat.OpenXml.Packaging.WordprocessingDocument> With(string title, string author) =>
        package =>
        {
            var properties = package.PackageProperties;
            (properties.Title, properties.Creator, properties.Description, properties.Keywords) = (
                title,
                author,
                "All about  it",
                "steel; water"
            );
            properties.Created = new DateTime(2025, 9, 4, 10, 0, 0, DateTimeKind.Utc);
        };

    [Fact]
    public void NumbersArePartOfTheTextAsTheyArePrinted()
    {
        const string Levels = """
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>
              <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>
              <w:lvl w:ilvl="1"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
            """;
        string Item(int list, int level, string text, string style = "Normal") =>
            $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{Run(text)}</w:p>";
        var file = DocxFile.Of(
            Item(1, 0, "Berths", "H1")
                + Item(1, 1, "Fees", "H2")
                + Paragraph("Text.")
                + Item(1, 1, "Staff", "H2")
                + Item(2, 0, "One")
                + Item(2, 1, "In")
                + Item(2, 0, "Two")
                + Item(3, 0, "Call")
                + Item(3, 0, "Wait"),
            package => DocxFile.AddNumbering(package, Levels)
        );
        var article = Reading.Read(Reader, Name, file);
        Assert.Equal(
            [
                "[3.1 Fees] 1:Text.",
                "[3.2 Staff] ListItem: 1:a) One",
                "[3.2 Staff] ListItem: 2:I. In",
                "[3.2 Staff] ListItem: 3:b) Two",
                "[3.2 Staff] ListItem: 4:Call",
                "[3.2 Staff] ListItem: 5:Wait",
            ],
            Reading.Told(article)
        );
        Assert.Equal([0, 0, 0, 1, 2], article.Passages[^1].Blocks.Select(block => block.Number));
    }
}
