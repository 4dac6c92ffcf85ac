using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

public sealed class ReplyWriterTests
{
    [Fact]
    public void WhatAnswersIsBoldAndSourcesAreSmallPrint() => Assert.Equal(
        "Opened on **12 May 1893** by him. [1]\n-# [1] Some title › One › Two \\(a.md, lines 3–4, 2025-09-04\\)",
        ReplyWriter.Write(ScriptedAnswerer.Grounded("Opened on 12 May 1893 by him.", new Highlight(10, 11))));

    [Theory]
    [InlineData(PlaceUnit.Line, 3, 3, "line 3")]
    [InlineData(PlaceUnit.Page, 3, 3, "page 3")]
    [InlineData(PlaceUnit.Page, 3, 4, "pages 3–4")]
    [InlineData(PlaceUnit.Paragraph, 3, 3, "paragraph 3")]
    public void APlaceIsToldInWhatItsFormatHas(PlaceUnit unit, int first, int last, string told) =>
        Assert.Contains($"(a.md, {told}, ", ReplyWriter.Source(ScriptedAnswerer.Citation("Text.") with { Place = new Place(unit, first, last) }), StringComparison.Ordinal);

    [Fact]
    public void ARefusalSaysWhyAndWhatComesClosest() => Assert.Equal(
        "The articles do not say.\n-# What comes closest:\n-# A title: The quote.",
        ReplyWriter.Write(new Answer.NotFound { Reason = "The articles do not say.", Closest = [new Closest("a.md", "A title", "", "The quote.")] }));

    [Fact]
    public void WhereNothingComesCloseTheReasonIsAll() =>
        Assert.Equal("The articles do not say.", ReplyWriter.Write(new Answer.NotFound { Reason = "The articles do not say." }));

    [Fact]
    public void WhatWasNotFoundOfSeveralIsSaidBeforeTheSourcesAndIsNoMarkup()
    {
        var text = ReplyWriter.Write(ScriptedAnswerer.Grounded("So.") with { Unanswered = ["who is @everyone **here**?", "[x](http://y.z)"] });
        Assert.StartsWith("So. [1]\nI found nothing on\\: “who is @\u200Beveryone \\*\\*here\\*\\*?”, “\\[x\\]\\(http\\://y.z\\)”.\n-# [1]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AReplyHasNoMoreThanFourThousandCharacters()
    {
        var sentence = new AnswerSentence { Text = new string('*', 1_000), Citations = [1] };
        var citation = ScriptedAnswerer.Citation(sentence.Text) with { Title = new string('_', 200), Section = new string('#', 1_000), Path = new string('p', 900) };
        var text = ReplyWriter.Write(new Answer.Grounded
        {
            Sentences = [sentence, sentence with { Citations = [2] }, sentence with { Citations = [3] }],
            Citations = [citation, citation with { Number = 2 }, citation with { Number = 3 }],
            Confidence = 1,
        });
        Assert.InRange(text.Length, 1_000, 4_000);
        Assert.Contains("[1]\n-# [1] ", text, StringComparison.Ordinal);
        var refusal = ReplyWriter.Write(new Answer.NotFound { Reason = "No.", Closest = [.. Enumerable.Repeat(new Closest("a.md", "A title", "", new string('*', 1_000)), 3)] });
        Assert.InRange(refusal.Length, 2_000, 4_000);
    }

    [Theory]
    [InlineData("@everyone")]
    [InlineData("@here")]
    [InlineData("<@123>")]
    [InlineData("<@&123>")]
    [InlineData("<#123>")]
    public void NothingPings(string mention)
    {
        var text = ReplyWriter.Write(ScriptedAnswerer.Grounded($"Hello {mention} there."));
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
        Assert.StartsWith(escaped + " [1]", ReplyWriter.Write(ScriptedAnswerer.Grounded(text)), StringComparison.Ordinal);
}
