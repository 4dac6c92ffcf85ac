using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat.Writing;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Writing;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("@everyone and @here")]
    [InlineData("x@everyone @HERE")]
    [InlineData("<@123> <@!123> <@&123> <#123> <@U012AB3CD> <#C012AB3CD>")]
    [InlineData("</ask:123> <:smile:123> <a:smile:123> <t:1700000000:R> <id:browse> <!channel>")]
    [InlineData("[a bank](http://evil.example)")]
    [InlineData("\u001B[31mred\u001B[0m \u0007 \u009B31m")]
    [InlineData("\u202Etxt.exe\u2066 \u200F \u2028")]
    public void NothingInItIsActedOn(string text)
    {
        var plain = PlainText.Escape(text);
        foreach (var part in new[] { "@everyone", "@here", "<@", "<#", "</", "<:", "<a:", "<t:", "<id:", "<!", "](" })
        {
            Assert.DoesNotContain(part, plain, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(
            plain,
            c => char.IsControl(c) || c is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200F'
        );
    }

    [Theory]
    [InlineData("It cost 12 < 13 and List<int> holds [1] (see b).")]
    [InlineData("Two\nlines of code")]
    [InlineData("care+parcels@shop.example.com, ann@here.example, scp a drop@files.example.net:/in, git+ssh://git@code.example.net/x")]
    [InlineData("docker pull registry.example.net/shop@sha256:9f2c and </div> or <#include> or @param <T>")]
    [InlineData("👩‍👩‍👧 café 漢字")]
    public void AllElseStaysAsItIs(string text) => Assert.Equal(text, PlainText.Escape(text));

    [Fact]
    public void WhatIsMarkedIsMarkedInWhatIsSent()
    {
        var sentence = new AnswerSentence
        {
            Text = "@everyone: <@12> met @here in 1893.",
            Citations = [1],
            Highlights = [new Highlight(21, 5), new Highlight(30, 4)],
        };
        var answer = Assert.IsType<Answer.Grounded>(PlainText.Escape(ScriptedAnswerer.Grounded("So.") with { Sentences = [sentence] }));
        var plain = answer.Sentences[0];
        Assert.Equal(
            ["@\u200Bhere", "1893"],
            plain.Highlights.Select(highlight => plain.Text.Substring(highlight.Start, highlight.Length))
        );
    }

    [Fact]
    public void OnlyTheQuotesOfCitationsStayVerbatim()
    {
        const string Evil = "@everyone \u001B <@1>";
        var citation = ScriptedAnswerer.Citation(Evil) with
        {
            Title = Evil,
            Section = Evil,
            Author = Evil,
            Path = "@everyone.md",
            Url = "https://example.org/@everyone?x=\u202E",
        };
        var answer = Assert.IsType<Answer.Grounded>(
            PlainText.Escape(ScriptedAnswerer.Grounded(Evil) with { Citations = [citation], Unanswered = [Evil] })
        );
        Assert.Equal(Evil, answer.Citations[0].Quote);
        Assert.DoesNotContain(
            "@everyone",
            (answer with { Citations = [answer.Citations[0] with { Quote = "" }] }).ToString()
                + answer.Citations[0] with
                {
                    Quote = "",
                }
                + answer.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("https://example.org/%40everyone?x=%E2%80%AE", answer.Citations[0].Url);
    }

    [Fact]
    public void WhatIsNamedBesideAnAnswerIsPlainToo()
    {
        const string Evil = "@everyone \u202E";
        var other = new NearMiss(Evil, Evil, Evil, Evil);
        var answer = Assert.IsType<Answer.Grounded>(
            PlainText.Escape(ScriptedAnswerer.Grounded("It is so.") with { Older = [other], SeeAlso = [other] })
        );
        Assert.All(
            answer.Older.Concat(answer.SeeAlso).SelectMany(named => new[] { named.Path, named.Title, named.Section, named.Quote }),
            text => Assert.Equal("@\u200Beveryone  ", text)
        );
        Assert.DoesNotContain("@everyone", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ARefusalIsPlainThroughout()
    {
        const string Evil = "@everyone \u202E";
        var refusal = Assert.IsType<Answer.NotFound>(
            PlainText.Escape(
                new Answer.NotFound
                {
                    Reason = Evil,
                    Suggestion = Evil,
                    Closest = [new NearMiss(Evil, Evil, Evil, Evil)],
                }
            )
        );
        Assert.All(
            [
                refusal.Reason,
                refusal.Suggestion!,
                refusal.Closest[0].Path,
                refusal.Closest[0].Title,
                refusal.Closest[0].Section,
                refusal.Closest[0].Quote,
            ],
            text => Assert.Equal("@\u200Beveryone  ", text)
        );
    }
}
