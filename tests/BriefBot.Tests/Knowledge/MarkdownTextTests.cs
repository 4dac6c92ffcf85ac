using System.Text;
using System.Text.RegularExpressions;

namespace BriefBot.Tests.Knowledge;

/// <summary>What Markdown reads like, and on which line each part of it stands.</summary>
public sealed partial class MarkdownTextTests
{
    /// <summary>Each is the file, and the blocks it is read as, with the line numbers before what stands on them.</summary>
    public static TheoryData<string, string[]> Cases =>
        new()
        {
            { "*One* **two**\n***three\nfour*** ~~five~~", ["1:One two 2:three 3:four"] },
            { "A [link\nover](http://a.b \"title\") and ![an *image*](c.png).", ["1:A link 2:over and ."] },
            { "See [a], [b\nc][a] and [d].\n\n[a]: http://a.b\n  'title'\n", ["1:See a, b 2:c and [d]."] },
            { "&copy; &amp; \\* \\[x\\] <http://a.b/c> <a@b.c>", ["1:© & * [x] http://a.b/c a@b.c"] },
            { "One\\\ntwo  \nthree   \tfour", ["1:One 2:two 3:three four"] },
            { "Run `make`, then `a\nb c`: done", ["1:Run make, then a 2:b c: done"] },
            {
                "---\ntitle: Long enough to shift everything\n---\nSome `code\nover lines`, and `more`.",
                ["4:Some code 5:over lines, and more."]
            },
            { "One<br>two<br/>three <b>four</b>-<i>five</i>", ["1:One two three four-five"] },
            {
                "An [open bracket, an ![open image\nand a * star_ and a ` tick",
                ["1:An [open bracket, an ![open image 2:and a * star_ and a ` tick"]
            },
            { "a | b\nc", ["1:a | b 2:c"] },
            { "> One\nlazy\n> > deep\n> > er", ["1:One 2:lazy", "3:deep 4:er"] },
            {
                "- one\n  two\n\n  three\n  - four\n    five\n- six",
                ["ListItem: 1:one 2:two", "ListItem: 4:three", "ListItem: 5:four 6:five", "ListItem: 7:six"]
            },
            { "1. one\n\n2. two\n\n   three", ["ListItem: 1:one", "ListItem: 3:two", "ListItem: 5:three"] },
            { "- [ ] to do\n- [x] done", ["ListItem: 1:to do", "ListItem: 2:done"] },
            { "-\tone\n\n\ttwo", ["ListItem: 1:one", "ListItem: 3:two"] },
            {
                "| a | b |\n|---|:-:|\n| 1 | **2** `c` \\| d |\n|   | 4<br>5 |\n\nEnd.",
                ["TableHeader: 1:a | b", "TableRow: 3:1 | 2 c\u00A0| d", "TableRow: 4:| 4 5", "6:End."]
            },
            { "Before\n\na | b\n- | -\n1 | 2", ["1:Before", "TableHeader: 3:a | b", "TableRow: 5:1 | 2"] },
            { "\n```sh\n\nmake  \n\n  test\n\n```\n", ["Code: 4:make\n5:\n6:  test"] },
            { "Text:\n\n    one\n      two\n\n\tthree", ["1:Text:", "Code: 3:one\n4:  two\n5:\n6:three"] },
            { "- item:\n  ```\n  code\n  ```", ["ListItem: 1:item:", "Code: 3:code"] },
            {
                "# T\n\n## A\n\nOne[^1].\n\n[^1]: Note\n    runs on.\n\n## B\n\nTwo.",
                ["[A] 5:One.", "[A] 7:Note 8:runs on.", "[B] 12:Two."]
            },
            { "One\n\n---\n\nTwo\n\n***", ["1:One", "5:Two"] },
            { "One\u00A0two\u2028three\ffour", ["1:One two three four"] },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void MarkdownReadsAsItIsShown(string text, string[] blocks) => Assert.Equal(blocks, Reading.Told(Reading.Markdown(text)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void LinesAreTheSameHoweverTheyEnd(string text, string[] blocks) =>
        Assert.Equal(blocks, Reading.Told(Reading.Markdown(text.Replace("\n", "\r\n", StringComparison.Ordinal))));

    /// <summary>Whatever the markup around them, words stand on the lines they are said to stand on.</summary>
    [Fact]
    public void EveryWordStandsOnItsLineWhateverTheMarkup()
    {
        var random = new Random(20250904);
        for (var run = 0; run < 10_000; run++)
        {
            var text = Made(random);
            var lines = text.Split('\n');
            foreach (var block in Reading.Markdown(text).Passages.SelectMany(passage => passage.Blocks))
            {
                Assert.All(
                    Word().Matches(block.Text),
                    word => Assert.Contains(word.Value, lines[block.PlaceAt(word.Index) - 1], StringComparison.Ordinal)
                );
            }
        }
    }

    [Fact]
    public void NoWordIsLostOrReadTwiceWhateverTheEmphasis()
    {
        string[] markup =
        [
            "*",
            "**",
            "_",
            "x`x",
            "[",
            "]",
            "](u)",
            "|",
            "\n",
            "\n\n",
            "\n> ",
            "\n- x",
            "\n1. ",
            "&amp;",
            "\\",
            "  \n",
            "\n|-|\n",
            "\n```\n",
        ];
        var random = new Random(20250904);
        for (var run = 0; run < 10_000; run++)
        {
            var text = Made(random, markup);
            var read = Reading
                .Markdown(text)
                .Passages.SelectMany(passage => passage.Blocks)
                .SelectMany(block => Word().Matches(block.Text))
                .Select(word => word.Value);
            Assert.Equal(Word().Matches(text).Select(word => word.Value).Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
        }
    }

    private static string Made(Random random, params string[] markup)
    {
        string[] all =
        [
            "<br>",
            "<b>",
            "</b>",
            "<!-- ",
            " -->",
            "<http://x.y>",
            "[^1]",
            "\n\n[^1]: ",
            "\n# ",
            "\n---\n",
            "\n===\n",
            "\n|-|-|\n",
            "\n\n[r]: /u 't'\n\n",
            "][r]",
            "\n\n    ",
            "\n  ",
            "*",
            "**",
            "`",
            "``",
            "[",
            "](u)",
            "|",
            "\n",
            "\n",
            "\n> ",
            "\n- ",
            "~~",
            "\t",
            "\\",
        ];
        var text = new StringBuilder(random.Next(2) == 0 ? "---\ntitle: Bridge\n---\nw0w\n\n" : "w0w\n\n");
        for (var i = 1; i < 20; i++)
        {
            text.Append(random.GetItems(markup.Length > 0 ? markup : all, 1)[0])
                .Append(random.Next(3) == 0 ? "" : $"w{i}w")
                .Append(random.Next(2) == 0 ? " " : "");
        }

        return text.ToString();
    }

    [GeneratedRegex(@"w\d+w")]
    private static partial Regex Word();
}
