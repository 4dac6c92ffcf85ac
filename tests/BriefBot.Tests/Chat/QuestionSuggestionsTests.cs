using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

public sealed class QuestionSuggestionsTests
{
    private readonly KnowledgeCatalog _catalog = new();
    private readonly HeadingsReader _reader = new();
    private readonly QuestionSuggestions _suggestions;

    public QuestionSuggestionsTests()
    {
        _suggestions = new QuestionSuggestions(_catalog, _reader);
        _catalog.Replace([
            new IndexedDocument
            {
                Path = "a.md",
                Title = "Some title",
                State = DocumentState.Indexed,
                PassageCount = 2,
            },
        ]);
    }

    [Theory]
    [InlineData("", "Some title|Vacation days|Parking permits")]
    [InlineData("per", "Parking permits")]
    [InlineData("VACATION d", "Vacation days")]
    [InlineData("permits parking", "Parking permits")]
    [InlineData("zeppelin", "")]
    public void TitlesAndHeadingsWithTheWordsTypedAreSuggested(string typed, string suggested) =>
        Assert.Equal(suggested, string.Join('|', _suggestions.Find(typed, 5)));

    [Fact]
    public void NoMoreAreSuggestedThanAskedFor() => Assert.Equal(["Some title"], _suggestions.Find("", 1));

    [Fact]
    public void WhereTheIndexCannotBeReadNothingIsSuggestedUntilItCan()
    {
        _reader.Fails = true;
        Assert.Empty(_suggestions.Find("", 5));
        _reader.Fails = false;
        Assert.Equal(3, _suggestions.Find("", 5).Count);
    }

    private sealed class HeadingsReader : IPassageReader
    {
        public bool Fails { get; set; }

        public IReadOnlyList<Passage> Read(string path) =>
            Fails
                ? throw new IndexUnavailableException("It is gone.", new IOException())
                :
                [
                    Some.Passage("Text.", path, 0, "Some title", "Vacation days"),
                    Some.Passage("Text.", path, 1, "Some title", "Parking permits"),
                ];
    }
}
