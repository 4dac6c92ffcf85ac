using System.Text;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge.MarkdownFiles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>What AsciiDoc reads like.</summary>
public sealed class AsciiDocTests : LineArticleReaderContract
{
    private protected override IArticleReader Reader { get; } = new MarkdownArticleReader(Some.Cutter(), Some.Knowledge());

    private protected override string Name => "notes/harbour-bridge_facts.adoc";

    public static TheoryData<string, string[]> Cases =>
        new()
        {
            {
                "= Harbour\n:ver: 2.1\n\n== Berths\n\nIn {ver} there are *ten*.\n\n=== Fees\n\nTwo.",
                ["[Berths] 6:In 2.1 there are ten.", "[Berths › Fees] 10:Two."]
            },
            { "[source,sh]\n----\n== make {x}\n----\n\nDone.", ["Code: 3:== make {x}", "6:Done."] },
            { "NOTE: Mind.\n\n[WARNING]\n====\nIce.\n====\n\n// no\n\n////\nno\n////\n\nYes.", ["1:NOTE: Mind.", "5:Ice.", "14:Yes."] },
            {
                ". Call.\n. Wait.\n.. Long.\n\n* One\n** Two",
                ["ListItem: 1:Call.", "ListItem: 2:Wait.", "ListItem: 3:Long.", "ListItem: 5:One", "ListItem: 6:Two"]
            },
            { "berth:: A place.", ["ListItem: 1:berth: A place."] },
            {
                "[cols=2*,options=header]\n|===\n|Role\n|Right\n\n|warden\n|Opens\nthe `gate` & <bar>\n|===",
                ["TableHeader: 3:Role | 4:Right", "TableRow: 6:warden | 7:Opens 8:the gate & <bar>"]
            },
            {
                ".Fees\n[cols=\"1,1\"]\n|===\n|Boat |Fee\n\n|Gull |9\n|===",
                ["1:Fees", "TableHeader: 4:Boat | Fee", "TableRow: 6:Gull | 9"]
            },
            {
                "See <<f,the fees>>, xref:b.adoc[boats] and https://a.b[plan]. [[id]]Press kbd:[F1].\n\nimage::x.png[no]\ninclude::y.adoc[]",
                ["1:See the fees, boats and plan. Press F1."]
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItReadsAsItIsShown(string text, string[] blocks) =>
        Assert.Equal(blocks, Reading.Told(Reading.Read(Reader, "a.adoc", text)));

    [Fact]
    public void WhateverTheMarksItIsReadOrFailsAndNeverThrows() =>
        MarkupFuzz.Run(
            Reader,
            "a.adoc",
            [
                "= ",
                "== ",
                "\n",
                "\n\n",
                "----",
                "====",
                "|===",
                "|a |b",
                "|c",
                "* ",
                ". ",
                ".T",
                "+",
                ":a: b",
                "{a}",
                "<<x,y>>",
                "link:z[q]",
                "word",
                "//",
                "////",
            ]
        );

    private protected override byte[] Write(IEnumerable<ArticlePart> parts) =>
        Encoding.UTF8.GetBytes(
            string.Concat(
                parts.Select(part =>
                    part is ArticlePart.Heading heading
                        ? $"{new string('=', heading.Level)} {heading.Text}\n\n"
                        : $"{((ArticlePart.Paragraph)part).Text}\n\n"
                )
            )
        );
}
