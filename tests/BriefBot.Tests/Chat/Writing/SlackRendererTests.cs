using System.Text.Json.Nodes;
using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Chat.Writing;
using BriefBot.Slack;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Writing;

public sealed class SlackRendererTests() : WriterContract(11_500)
{
    private static readonly IncomingMessage Question = Some.Message("", id: "C1/1.000100");

    [Fact]
    public void AnAnswerIsRichTextThenItsSourcesInSmallPrintThenButtons() =>
        Assert.Equal(
            """
            [{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Opened on "},{"type":"text","text":"12 May 1893","style":{"bold":true}},{"type":"text","text":" by him. [1]"}]}]},{"type":"divider"},{"type":"context","elements":[{"type":"plain_text","text":"[1] Some title \u203A One \u203A Two (a.md, lines 3\u20134, 2025-09-04)\nr","emoji":false}]}]
            """,
            new JsonArray([
                .. Render(Some.Reply(ScriptedAnswerer.Grounded("Opened on 12 May 1893 by him.", new Highlight(10, 11))))
                    .SkipLast(1)
                    .Select(block => block!.DeepClone()),
            ]).ToJsonString()
        );

    [Fact]
    public void TheButtonsCarryTheirKindAndDataAndNoTwoTheSame()
    {
        var buttons = Render(Some.Reply(ScriptedAnswerer.Grounded("So."))).Last()!["elements"]!.AsArray();
        Assert.Equal(["passages", "up", "down", "delete"], buttons.Select(button => $"{button!["action_id"]}".Split(':')[0]));
        Assert.Equal("delete:ann:C1/1.000100", $"{buttons[^1]!["action_id"]}");
    }

    [Fact]
    public void ATitleWithAnAddressIsALinkInRichText()
    {
        var answer = ScriptedAnswerer.Grounded("So.");
        var blocks = Render(Some.Reply(answer with { Citations = [answer.Citations[0] with { Url = "https://example.org/a|b" }] }));
        var link = blocks[2]!["elements"]![0]!["elements"]![1]!;
        Assert.Equal(
            ("link", "https://example.org/a%7Cb", "Some title › One › Two"),
            ($"{link["type"]}", $"{link["url"]}", $"{link["text"]}")
        );
    }

    [Fact]
    public void CodeAndAQuotationAreElementsOfTheirOwn()
    {
        var message = new ChatMessage
        {
            Blocks =
            [
                MessageBlock.Line(new MessageSpan.Plain("Before.")),
                MessageBlock.Line(new MessageSpan.Code("a < b\n<!channel>")),
                MessageBlock.Line(new MessageSpan.Plain("Somebody said it.")) with
                {
                    Style = BlockStyle.Quote,
                },
            ],
        };
        var elements = Assert.Single(SlackRenderer.Render(message))!["elements"]!.AsArray();
        Assert.Equal(["rich_text_section", "rich_text_preformatted", "rich_text_quote"], elements.Select(element => $"{element!["type"]}"));
        Assert.Equal("a < b\n<!channel>", $"{elements[1]!["elements"]![0]!["text"]}");
    }

    [Fact]
    public void TheTextForNotificationsIsTheBeginningAndCallsNobody()
    {
        var message = ReplyWriter.Write(Some.Reply(ScriptedAnswerer.Grounded("Tell <!channel> & <@U1>.")), SlackRenderer.Format)[0];
        Assert.Equal("Tell &lt;!channel&gt; &amp; &lt;@U1&gt;. [1]", SlackRenderer.RenderText(message));
    }

    [Fact]
    public void NoInvisibleCharacterIsAdded() =>
        Assert.DoesNotContain(
            "\u200B",
            string.Concat(Write(Some.Reply(ScriptedAnswerer.Grounded("Ask @everyone, @here or <!channel> and [x](http://y)")))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("<@U1> where is <#C1|general> and <https://a.example|this page>?", "  where is #general and this page?")]
    [InlineData("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d")]
    [InlineData("see <https://a.example/x?a=1&amp;b=2>", "see https://a.example/x?a=1&b=2")]
    [InlineData("<!here> look &amp;lt;", "  look &lt;")]
    public void TextIsReadAsItWasTyped(string sent, string typed) => Assert.Equal(typed, SlackText.Parse(sent));

    [Theory]
    [InlineData("<!channel> hi", true, false)]
    [InlineData("<!here|here> hi", true, false)]
    [InlineData("<!subteam^S1|@team> hi", false, true)]
    [InlineData("@channel hi", false, false)]
    public void ItIsSeenWhomAMessageCalls(string text, bool everyone, bool group) =>
        Assert.Equal((everyone, group), (SlackText.PingsEveryone(text), SlackText.PingsGroup(text)));

    [Fact]
    public void AnIdIsReadAsItWasWritten()
    {
        var id = new SlackId("C1", "1712345678.000100");
        Assert.Equal(id, SlackId.Parse(id.ToString()));
        Assert.Null(SlackId.Parse("trigger"));
        Assert.Equal(id.Time, SlackId.TimeOf(SlackId.SentAt(id.Time)));
        Assert.Equal(DateTimeOffset.UnixEpoch, SlackId.SentAt("soon"));
    }

    protected override IEnumerable<string> Write(Reply reply) =>
        ReplyWriter
            .Write(reply, SlackRenderer.Format, Question)
            .Select(message =>
            {
                var blocks = SlackRenderer.Render(message);
                Assert.Empty(SlackRules.Message(new JsonObject { ["text"] = SlackRenderer.RenderText(message), ["blocks"] = blocks }));
                return string.Concat(blocks.Select(SlackRules.Text)).TrimEnd('\n');
            });

    /// <summary>Rich text acts on nothing that stands in it; the elements that call somebody are found by the rules.</summary>
    protected override void AssertHarmless(string message) => AssertSeen(message);

    private static JsonArray Render(Reply reply) =>
        SlackRenderer.Render(Assert.Single(ReplyWriter.Write(reply, SlackRenderer.Format, Question)));
}
