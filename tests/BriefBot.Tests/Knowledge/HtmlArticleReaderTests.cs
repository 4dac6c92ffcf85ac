using System.Text;
using System.Text.RegularExpressions;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Knowledge.HtmlFiles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

public sealed partial class HtmlArticleReaderTests : ArticleReaderContract
{
    /// <summary>Each is the body of a page, and the blocks it is read as, with the number of the paragraph under its heading.</summary>
    public static TheoryData<string, string[]> Cases =>
        new()
        {
            { "<p>One <b>two</b>\n<i>three</i>&amp;<a href=x>four</a>", ["1:One two three&four"] },
            { "One<br>two<wbr>three<p>four<div>five<div>six</div>seven</div>", ["1:One twothree", "2:four", "3:five", "4:six", "5:seven"] },
            {
                "<ul><li>one<li>two<ul><li>three</ul>four</ul>",
                ["ListItem: 1:one", "ListItem: 2:two", "ListItem: 3:three", "ListItem: 4:four"]
            },
            { "<dl><dt>Term<dd>Meaning</dl>", ["ListItem: 1:Term", "ListItem: 2:Meaning"] },
            {
                "<table><caption>Tolls</caption><tr><th>Car<th>Lorry<tr><td>1 <b>mark</b><td><p>2</p><p>marks</table>",
                ["1:Tolls", "TableHeader: 2:Car | Lorry", "TableRow: 3:1 mark | 2 marks"]
            },
            {
                "<table><thead><tr><td>Car<td>Lorry<tbody><tr><th>Toll<td>2 marks</table>",
                ["TableHeader: 1:Car | Lorry", "TableRow: 2:Toll | 2 marks"]
            },
            {
                "<table><tr><td><h2>Left</h2><p>One.<td><table><tr><td>a<td>b</table></table>",
                ["[Left] 1:One.", "[Left] TableRow: 2:a | b"]
            },
            { "<pre>\n\nmake  \n\n  test\n</pre>", ["Code: 1:make\n\n  test"] },
            {
                "<h2>A <i>b</i></h2>One<h3>C</h3><p>Two<p>Three<h2>D</h2>Four",
                ["[A b] 1:One", "[A b › C] 1:Two", "[A b › C] 2:Three", "[D] 1:Four"]
            },
            { "<h2><div>A</div><div>B</div></h2>One", ["[A B] 1:One"] },
            { "<img src=x alt='A bridge'> in fog", ["1:in fog"] },
            { "<p><img src=x alt='The bridge in the fog of May'></p>", ["1:The bridge in the fog of May"] },
            {
                "<p>10<sup>5</sup> of H<sub>2</sub>O cost <s>9</s> <del>10</del> 11 euros on the 1<sup>st</sup>, 2<sup>a</sup></p>",
                ["1:10⁵ of H₂O cost 11 euros on the 1st, 2a"]
            },
            {
                "<style>.old, p#x { display: none } @media print { .new { display: none } }</style><p class=old>gone</p><p id=x>gone</p><p class=new>Stays</p>",
                ["1:Stays"]
            },
            { "<details><summary>More</summary>Inner</details>After", ["[More] 1:Inner", "1:After"] },
            { "<nav>gone</nav><aside>gone</aside><footer>gone</footer><header>gone</header>Stays", ["1:Stays"] },
            { "<article><header><h2>Stays</h2></header>Text<footer>gone</footer></article>", ["[Stays] 1:Text"] },
            {
                "<script>gone()</script><style>gone{}</style><noscript>gone</noscript><template>gone</template><!-- gone -->Stays<svg><text>gone</text></svg>",
                ["1:Stays"]
            },
            {
                "<p hidden>gone<p style='color:red; display : none'>gone<p style=visibility:hidden>gone<p aria-hidden=true>gone<p>Stays",
                ["1:Stays"]
            },
            { "<table><tr hidden><td>gone<tr><td>a<td hidden>gone<td>b</table>", ["TableRow: 1:a | b"] },
            { "<button>gone</button><select><option>gone</select><input value=gone>Stays", ["1:Stays"] },
            { "<p>One<p> <p>&nbsp;<p>Two", ["1:One", "2:Two"] },
        };

    private protected override IArticleReader Reader { get; } = new HtmlArticleReader(Some.Cutter(), Some.Knowledge());

    private protected override string Name => "notes/harbour-bridge_facts.html";

    private protected override PlaceUnit PlaceUnit => PlaceUnit.Paragraph;

    private protected override byte[] Write(IEnumerable<ArticlePart> parts) =>
        Encoding.UTF8.GetBytes(
            string.Concat(
                parts.Select(part =>
                    part is ArticlePart.Heading heading
                        ? $"<h{heading.Level}>{heading.Text}</h{heading.Level}>\n"
                        : $"<p>{((ArticlePart.Paragraph)part).Text}</p>\n"
                )
            )
        );

    private protected override string TextAt(byte[] file, Place place, string section)
    {
        var under = Encoding
            .UTF8.GetString(file)
            .Split("<h")
            .Skip(1)
            .Select(part => part.Split('>', 2)[1])
            .First(part => section.Length == 0 || part.StartsWith(section, StringComparison.Ordinal));
        return Paragraph().Matches(under)[place.First - 1].Groups[1].Value;
    }

    [Fact]
    public void AnItemOfAnOrderedListHasTheNumberThatABrowserShows() =>
        Assert.Equal(
            [3, 7, 8, 0],
            Read("<title>Hall</title><ol start=3><li>a<li value=7>b<li>c</ol><ul><li>d</ul>")
                .Passages.Single()
                .Blocks.Select(block => block.Number)
        );

    [Fact]
    public void ATermAndItsDescriptionAreAnItemOfAList()
    {
        var blocks = Read("<title>Hall</title><p>See:<dl><dt>Dogs<dd>On a lead.<dt>Cash<dd>Yes.<dd>Cards too.</dl><p>Bye.")
            .Passages.Single()
            .Blocks;
        Assert.Equal(["See:", "Dogs", "On a lead.", "Cash", "Yes.", "Cards too.", "Bye."], blocks.Select(block => block.Text));
        Assert.Equal([false, true, false, true, false, false, false], blocks.Select(block => block.BeginsItem));
        Assert.Equal([0, 1, 1, 1, 1, 1, 0], blocks.Select(block => block.Depth));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void HtmlReadsAsItIsShown(string body, string[] blocks) =>
        Assert.Equal(blocks, Reading.Told(Read($"<!doctype html><html><head><title>Bridge</title></head><body>{body}</body></html>")));

    [Theory]
    [InlineData("<title>The bridge</title><h1>Facts</h1>", "The bridge")]
    [InlineData("<title>The Bridge | Harbour news</title><h1>The bridge</h1>", "The bridge")]
    [InlineData("<title> </title><h1>The\nbridge</h1>", "The bridge")]
    [InlineData("<h2>Section</h2>", "harbour bridge facts")]
    public void TheTitleIsThatOfTheHeadElseTheHeadingElseTheFile(string html, string title) =>
        Assert.Equal(title, Read(html + "<p>Text.").Title);

    [Fact]
    public void TheHeadSaysWhatAFrontMatterSays()
    {
        var article = Read(
            """
            <head><meta property="article:published_time" content="2025-09-04T10:00:00Z"><meta name="Description" content="All  about it">
            <meta name=author content="Ann Other"><meta name="keywords" content="steel, water,"><link rel="canonical" href="https://example.org/bridge"></head><p>Text.
            """
        );
        Assert.Equal(
            (new DateOnly(2025, 9, 4), "All about it", "https://example.org/bridge", "Ann Other"),
            (article.Date, article.Summary, article.Url, article.Author)
        );
        Assert.Equal(["steel", "water"], article.Tags);
        Assert.Equal((article.Date, article.Url), (article.Passages[0].Date, article.Passages[0].Url));
        Assert.Empty(article.Warnings);
    }

    [Fact]
    public void ADateThatIsNoneIsTold() =>
        Assert.Equal(
            [new Problem(Name, null, "\"yesterday\" in its head isn’t a valid date. Write it as year-month-day, such as 2025-09-04.")],
            Read("<meta name=date content=yesterday><p>Text.").Warnings
        );

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/bridge.html")]
    public void AnAddressThatIsNoneIsNotTaken(string address) => Assert.Null(Read($"<link rel=canonical href=\"{address}\"><p>Text.").Url);

    [Theory]
    [InlineData("<meta charset=windows-1252>")]
    [InlineData("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>")]
    public void TheEncodingThatTheFileNamesIsTaken(string meta) =>
        Assert.Equal(["1:Café"], Reading.Told(Read([.. Encoding.ASCII.GetBytes(meta + "<p>Caf"), 0xE9])));

    [Theory]
    [InlineData("")]
    [InlineData("<meta charset=utf-8>")]
    [InlineData("<meta charset=klingon>")]
    public void WithoutOneThatIsKnownWhatIsNotUtf8IsReadAsWindows1252(string meta) =>
        Assert.Equal(
            "This isn’t UTF-8; it was read as Windows-1252. Save it as UTF-8.",
            Assert.Single(Read([.. Encoding.ASCII.GetBytes(meta + "<p>Caf"), 0xE9]).Warnings).Message
        );

    [GeneratedRegex("<p>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();
}
