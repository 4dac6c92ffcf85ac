using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Discord;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

/// <summary>The passages behind an answer, found again by the keys of its quotes.</summary>
public sealed class QuotedPassagesTests
{
    private readonly CountingPassageIndex _index = new();
    private readonly KnowledgeCatalog _catalog = new();

    public QuotedPassagesTests() =>
        Keep(Some.Article("a.md", "One stands here. Two stands here too. Three as well.", "Four is elsewhere."));

    [Fact]
    public void TheQuoteIsMarkedInItsPassage() =>
        Assert.Equal("**Some title**\nOne stands here. **Two stands here too.** Three as well.", Written(Show("Two stands here too.")));

    [Fact]
    public void QuotesOfOnePassageAreMarkedInItTogether()
    {
        var shown = Show("Three as well.", "One stands here.", "Four is elsewhere.");
        Assert.Equal(["a.md#0", "a.md#1"], shown.Found.Select(passage => passage.Passage.Id));
        Assert.Equal(2, shown.Found[0].Marks[0].Count);
        Assert.Equal(0, shown.Missing);
    }

    [Fact]
    public void WhatTheArticleHoldsNoMoreIsSaidSo()
    {
        Keep(Some.Article("a.md", "One stands here. Two was changed."));
        var shown = Show("One stands here.", "Two stands here too.");
        Assert.Equal(1, shown.Missing);
        Assert.EndsWith("because it was changed or removed: 1.", Written(shown), StringComparison.Ordinal);
    }

    [Fact]
    public void OfAnArticleThatIsGoneNothingIsShown()
    {
        _index.Apply([], ["a.md"], []);
        _catalog.Replace([]);
        Assert.Equal((0, 1), (Show("One stands here.").Found.Count, Show("One stands here.").Missing));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("????????????::::")]
    public void WhatIsNoKeyFindsNothing(string keys) => Assert.Empty(Assert.IsType<Reply.Passages>(Passages().Show(keys)).Found);

    [Fact]
    public void TheKeysOfAnyNumberOfQuotesFitTheNameOfAButton() =>
        Assert.InRange(
            "passages:".Length
                + QuoteKeys
                    .Create(Enumerable.Repeat(ScriptedAnswerer.Citation(new string('é', 1_000)) with { Path = new string('漢', 900) }, 40))
                    .Length,
            50,
            100
        );

    private QuotedPassages Passages() => new(_index, _catalog, () => "id");

    private Reply.Passages Show(params string[] quotes) =>
        Assert.IsType<Reply.Passages>(Passages().Show(QuoteKeys.Create(quotes.Select(quote => ScriptedAnswerer.Citation(quote)))));

    private static string Written(Reply reply) =>
        DiscordRenderer.RenderText(Assert.Single(BriefBot.Chat.Writing.ReplyWriter.Write(reply, DiscordRenderer.PlainFormat)));

    private void Keep(Article article)
    {
        _index.Apply([article], [], []);
        _catalog.Replace([
            new IndexedDocument
            {
                Path = article.Path,
                Title = article.Title,
                State = DocumentState.Indexed,
                PassageCount = article.Passages.Count,
            },
        ]);
    }
}
