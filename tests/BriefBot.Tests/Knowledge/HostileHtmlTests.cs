using System.Diagnostics;
using System.Text;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge.HtmlFiles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>HTML made to overflow the stack or to take for ever is read, or fails with what to do; soon in either case.</summary>
public sealed class HostileHtmlTests
{
    /// <summary>Minutes are what is guarded against; the time of a shared machine is generous.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    /// <summary>As small as any system the service runs on gives a thread.</summary>
    private const int SmallStack = 1024 * 1024;

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<b></i>")]
    [InlineData("<b><p></b>")]
    [InlineData("<a>x")]
    [InlineData("<p>x")]
    [InlineData("<ul><li>x")]
    [InlineData("<li>x")]
    [InlineData("<table><tr><td>")]
    [InlineData("<table>x")]
    [InlineData("<tr><td>x")]
    [InlineData("<svg>")]
    [InlineData("<math><mi>")]
    [InlineData("<template>")]
    [InlineData("<select><option>")]
    [InlineData("<h1>x")]
    [InlineData("</p>")]
    [InlineData("</div>")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("&amp")]
    [InlineData("&notit;")]
    [InlineData("<script>")]
    [InlineData("<textarea>")]
    [InlineData("<pre>")]
    [InlineData("<frameset>")]
    [InlineData("<x y=\"")]
    [InlineData("<br>")]
    [InlineData("<meta name=date content=x>")]
    public void AHundredThousandTimesTheSameEndsSoon(string unit) => AssertEndsSoon(Times(unit, 100_000));

    [Fact]
    public void AHundredThousandAttributesEndSoon() =>
        AssertEndsSoon($"<p {string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=1"))}>x");

    [Fact]
    public void WhatIsNestedTooDeeplySaysWhatToDo() =>
        Assert.Equal(
            new Problem("bridge.html", null, "Elements are nested more than 256 deep, or as many are left open. Flatten them."),
            Assert.IsType<ReadResult.Failed>(Read(Times("<div>", 257) + "text")).Problem
        );

    [Theory]
    [InlineData("<p>Some <i>words</i> with a <a href=x>link</a>.</p>", 20_000)]
    [InlineData("<p>Paragraphs that nobody closes.", 20_000)]
    [InlineData("<ul><li><b>a</b>: see <br> <img src=x><li>b</ul>", 10_000)]
    [InlineData("<table><tr><td>a<td>b</table>", 10_000)]
    public void AnOrdinaryLargeFileIsRead(string unit, int count) =>
        Assert.NotEmpty(Assert.IsType<ReadResult.Read>(Read(Times(unit, count))).Article.Passages);

    [Fact]
    public void TextWithinTheAllowedNestingIsRead() =>
        Assert.IsType<ReadResult.Read>(Read(Times("<div>", 250) + "text" + Times("</div>", 250)));

    private static string Times(string unit, int count) => new StringBuilder().Insert(0, unit, count).ToString();

    private static ReadResult Read(string text) =>
        new HtmlArticleReader(Some.Cutter(), Some.Knowledge()).Read("bridge.html", Encoding.UTF8.GetBytes(text));

    private static void AssertEndsSoon(string text)
    {
        ReadResult? result = null;
        var clock = Stopwatch.StartNew();
        var reading = new Thread(() => result = Read(text), SmallStack);
        reading.Start();
        reading.Join();
        Assert.NotNull(result);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Soon);
    }
}
