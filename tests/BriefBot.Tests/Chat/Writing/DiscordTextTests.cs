using System.Text.RegularExpressions;
using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Chat.Writing;
using BriefBot.Discord;
using BriefBot.Knowledge.Articles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Writing;

public sealed class DiscordTextTests() : WriterContract(2_000)
{
    [Fact]
    public void WhatAnswersIsBoldAndSourcesAreSmallPrint() =>
        Assert.Equal(
            "Opened on **12 May 1893** by him. [1]\n-# [1] Some title › One › Two \\(a.md, lines 3–4, 2025-09-04\\)",
            Write(ScriptedAnswerer.Grounded("Opened on 12 May 1893 by him.", new Highlight(10, 11)))
        );

    [Theory]
    [InlineData(PlaceUnit.Line, 3, 3, "line 3")]
    [InlineData(PlaceUnit.Page, 3, 3, "page 3")]
    [InlineData(PlaceUnit.Page, 3, 4, "pages 3–4")]
    [InlineData(PlaceUnit.Paragraph, 3, 3, "paragraph 3")]
    public void APlaceIsToldInWhatItsFormatHas(PlaceUnit unit, int first, int last, string told) =>
        Assert.Contains(
            $"(a.md, {told}, ",
            SourceLine.Write(ScriptedAnswerer.Citation("Text.") with { Place = new Place(unit, first, last) }),
            StringComparison.Ordinal
        );

    [Fact]
    public void ARefusalSaysWhyAndWhatComesClosest() =>
        Assert.Equal(
            "The articles don’t answer this.\n-# Closest passages:\n-# A title: The quote.",
            Write(
                new Answer.NotFound
                {
                    Reason = "The articles don’t answer this.",
                    Closest = [new NearMiss("a.md", "A title", "", "The quote.")],
                }
            )
        );

    [Fact]
    public void WhereNothingComesCloseTheReasonIsAll() =>
        Assert.Equal("The articles don’t answer this.", Write(new Answer.NotFound { Reason = "The articles don’t answer this." }));

    [Fact]
    public void WhatWasNotFoundOfSeveralIsSaidBeforeTheSourcesAndIsNoMarkup()
    {
        var text = Write(ScriptedAnswerer.Grounded("So.") with { Unanswered = ["who is @everyone **here**?", "[x](http://y.z)"] });
        Assert.StartsWith(
            "So. [1]\nI found nothing about “who is @\u200Beveryone \\*\\*here\\*\\*?”, “\\[x\\]\\(http\\://y.z\\)”.\n-# [1]",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void QuotesOfOneArticleStandTogetherAtTheEndAndItsTitleLeadsToIt()
    {
        var (one, two, three) = (
            ScriptedAnswerer.Citation("One."),
            ScriptedAnswerer.Citation("Two.") with
            {
                Number = 2,
                Path = "b.md",
                Url = "javascript:alert(1)",
            },
            ScriptedAnswerer.Citation("Three.") with
            {
                Number = 3,
                Place = new Place(PlaceUnit.Line, 9, 9),
            }
        );
        var answer = new Answer.Grounded
        {
            Sentences =
            [
                .. new[] { one, two, three }.Select(citation => new AnswerSentence
                {
                    Text = citation.Quote,
                    Citations = [citation.Number],
                }),
            ],
            Citations = [one with { Url = "https://example.org/a_(b)" }, two, three],
            Confidence = 1,
        };
        Assert.Equal(
            "One. [1] Two. [2] Three. [3]\n-# [Some title](<https://example.org/a_(b)>) \\(a.md, 2025-09-04\\): [1] One › Two, lines 3–4; [3] line 9\n-# [2] "
                + "Some title › One › Two \\(b.md, lines 3–4, 2025-09-04\\)",
            Write(answer)
        );
    }

    [Fact]
    public void CodeStandsInAFenceThatItCannotEnd() =>
        Assert.StartsWith(
            "```\nrun *this*\n`\u200B`\u200B` @\u200Beveryone\n``` [1]\n-# [1] ",
            Write(ScriptedAnswerer.Code("run *this*\n``` @everyone")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("<@123> @here")]
    [InlineData("<#123> <t:1700000000:R>")]
    public void CodeMentionsNobodyOnDiscord(string code) =>
        Assert.DoesNotContain(code, Write(ScriptedAnswerer.Code(code)), StringComparison.Ordinal);

    [Theory]
    [InlineData("say \"@channel\" <!here> <!channel>")]
    [InlineData("<@U012AB3CD> <#C012AB3CD> <https://example.org|here>")]
    public void CodeKeepsWhatOnlyAnotherNetworkActsOn(string code) =>
        Assert.Contains($"```\n{code}\n```", Write(ScriptedAnswerer.Code(code)), StringComparison.Ordinal);

    [Fact]
    public void AnswersToSeveralQuestionsAreSetApart()
    {
        var citation = ScriptedAnswerer.Citation("One.");
        var answer = new Answer.Grounded
        {
            Sentences =
            [
                new AnswerSentence { Text = "One.", Citations = [1] },
                new AnswerSentence { Text = "Two.", Citations = [1] },
                new AnswerSentence
                {
                    Text = "Three.",
                    Citations = [1],
                    Question = 1,
                },
            ],
            Citations = [citation],
            Confidence = 1,
        };
        Assert.StartsWith("One. [1] Two. [1]\n\nThree. [1]\n-# ", Write(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@everyone")]
    [InlineData("@here")]
    [InlineData("<@123>")]
    [InlineData("<@&123>")]
    [InlineData("<#123>")]
    public void NothingPings(string mention)
    {
        var text = Write(ScriptedAnswerer.Grounded($"Hello {mention} there."));
        Assert.DoesNotContain(mention, text, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a **b** c", "a \\*\\*b\\*\\* c")]
    [InlineData("||spoiler||", "\\|\\|spoiler\\|\\|")]
    [InlineData("# no heading", "\\# no heading")]
    [InlineData("> no quote", "\\> no quote")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("12. no list", "12\\. no list")]
    [InlineData("It cost 12. So.", "It cost 12. So.")]
    [InlineData("[no](http://x.y)", "\\[no\\]\\(http\\://x.y\\)")]
    [InlineData("`code` _so_ ~~so~~", "\\`code\\` \\_so\\_ \\~\\~so\\~\\~")]
    public void TextOfArticlesIsNoMarkup(string text, string escaped) =>
        Assert.StartsWith(escaped + " [1]", Write(ScriptedAnswerer.Grounded(text)), StringComparison.Ordinal);

    internal static void AssertNoMarkup(string message)
    {
        // What is left of a message without its fences, small print and the addresses of its links, with a letter for each escaped
        // character.
        var left = Regex.Replace(
            message,
            @"```\n.*?\n```|\\.|^-# |(?<=\])\(<https?://[^<>\s]*>\)",
            match => match.ValueSpan[0] == '\\' ? "x" : "",
            RegexOptions.Singleline | RegexOptions.Multiline,
            TimeSpan.FromSeconds(10)
        );
        Assert.DoesNotMatch(@"[_~`|><#]|^\s*[-+*] ", left);
        Assert.DoesNotContain("](", left, StringComparison.Ordinal);
        Assert.True(left.Split("**").Length % 2 == 1);
    }

    protected override IEnumerable<string> Write(Reply reply) =>
        ReplyWriter.Write(reply, DiscordRenderer.PlainFormat).Select(DiscordRenderer.RenderText);

    protected override void AssertHarmless(string message)
    {
        base.AssertHarmless(message);
        AssertNoMarkup(message);
    }

    private string Write(Answer answer) => Assert.Single(Write(Some.Reply(answer)));
}
