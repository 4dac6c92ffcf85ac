using System.Text;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge.MarkdownFiles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>What reStructuredText reads like.</summary>
public sealed class RestructuredTextTests : LineArticleReaderContract
{
    private const string Levels = "=-~^";

    private protected override IArticleReader Reader { get; } = new MarkdownArticleReader(Some.Cutter(), Some.Knowledge());

    private protected override string Name => "notes/harbour-bridge_facts.rst";

    public static TheoryData<string, string[]> Cases =>
        new()
        {
            { "Berths\n======\n\nTen.\n\nFees\n----\n\nTwo.\n\nStaff\n=====\n\nOne.", ["4:Ten.", "[Fees] 9:Two.", "[Staff] 14:One."] },
            { "====\nTop\n====\n\nIn\n==\n\nText.", ["[In] 8:Text."] },
            { "Moor so::\n\n    tie --bow\n\n    tie --stern\n\nDone.", ["1:Moor so:", "Code: 3:tie --bow\n4:\n5:tie --stern", "7:Done."] },
            { ".. code-block:: sh\n   :linenos:\n\n   make moor\n\nDone.", ["Code: 4:make moor", "6:Done."] },
            {
                ".. note:: Never moor\n   at berth 4.\n\n.. warning::\n\n   Ice.\n\n.. admonition:: Mind\n\n   The gap.",
                ["1:Never moor 2:at berth 4.", "6:Ice.", "10:The gap."]
            },
            { "#. Call.\n#. Wait.\n\n   - Long.", ["ListItem: 1:Call.", "ListItem: 2:Wait.", "ListItem: 4:Long."] },
            {
                "berth\n    A place\n    for a boat.\n\n:Author: Kern",
                ["ListItem: 1:berth", "ListItem: 2:A place 3:for a boat.", "ListItem: 5:Author: Kern"]
            },
            { "===== ====\nBoat  Fee\n===== ====\nGull  9\n===== ====", ["TableHeader: 2:Boat | Fee", "TableRow: 4:Gull | 9"] },
            {
                ".. list-table:: Codes\n   :header-rows: 1\n\n   * - Code\n     - Meaning\n   * - 7\n     - Memory\n       is full\n\nDone.",
                ["TableHeader: 4:Code | 5:Meaning", "TableRow: 6:7 | 7:Memory 8:is full", "10:Done."]
            },
            {
                ".. csv-table::\n   :header: Boat, Fee\n\n   Gull, \"9, net\"\n",
                ["TableHeader: 2:Boat | Fee", "TableRow: 4:Gull | 9, net"]
            },
            {
                "+------+-----+\n| Boat | Fee |\n+======+=====+\n| Gull | 9   |\n+------+-----+",
                ["TableHeader: 2:Boat | Fee", "TableRow: 4:Gull | 9"]
            },
            {
                "See :ref:`fees <f>`, :doc:`boats`, `plan <https://a.b>`_ and ``x_y``, top_. [1]_\n\n.. [1] No.\n.. _top:\n.. a remark",
                ["1:See fees, boats, plan and x_y, top."]
            },
            { ".. option:: --bow\n\n   Ties it.\n\n.. image:: x.png\n   :alt: no\n\n.. toctree::\n\n   no", ["[--bow] 3:Ties it."] },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItReadsAsItIsShown(string text, string[] blocks) => Assert.Equal(blocks, Reading.Told(Reading.Read(Reader, "a.rst", text)));

    [Fact]
    public void WhateverTheMarksItIsReadOrFailsAndNeverThrows() =>
        MarkupFuzz.Run(
            Reader,
            "a.rst",
            [
                "=====",
                "-----",
                "\n",
                "\n\n",
                "   ",
                ".. note::",
                ".. code::",
                "::",
                "- ",
                "#. ",
                "`",
                "``",
                "_",
                ":x:",
                "|",
                "+--+",
                "== ==",
                "word",
                "a b",
            ]
        );

    private protected override byte[] Write(IEnumerable<ArticlePart> parts) =>
        Encoding.UTF8.GetBytes(
            string.Concat(
                parts.Select(part =>
                    part is ArticlePart.Heading heading
                        ? $"{heading.Text}\n{new string(Levels[heading.Level - 1], heading.Text.Length)}\n\n"
                        : $"{((ArticlePart.Paragraph)part).Text}\n\n"
                )
            )
        );
}
