using BriefBot.Answers;
using BriefBot.Discord;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Writing;

/// <summary>A reply shows where the links of what it quotes lead.</summary>
public sealed class LinksTests
{
    private const string Rules = """
        # The glaze room

        Firings are booked on [this page](https://book.example.net/kiln?slot=late#top), see the [plan](plan.md).

        Ask <https://help.example.net/> or [the desk](javascript:alert(1)) about clay.
        """;

    [Fact]
    public async Task TheAddressIsShownWhole()
    {
        var answer = Assert.IsType<Answer.Grounded>(await AskedFolder.AskAsync("where are firings booked?", ("glaze.md", Rules)));
        Assert.Equal(
            "Firings are booked on this page, see the plan. (https://book.example.net/kiln?slot=late#top) [1]",
            answer.Sentences[0].ToString()
        );
        Assert.Equal("Firings are booked on this page, see the plan.", answer.Citations[0].Quote);
    }

    [Fact]
    public async Task OnlyAddressesOfTheWebAreShownAndNoneTwice()
    {
        var answer = Assert.IsType<Answer.Grounded>(await AskedFolder.AskAsync("who is asked about clay?", ("glaze.md", Rules)));
        Assert.Empty(answer.Sentences.Single(sentence => sentence.Text.Contains("clay", StringComparison.Ordinal)).Links);
    }

    [Theory]
    [InlineData("https://a.example/b?c=@everyone", "<https://a.example/b?c=%40everyone>")]
    [InlineData("https://a.example/>x", "<https://a.example/%3Ex>")]
    public void OnDiscordAnAddressCallsNobodyAndEndsWhereItEnds(string url, string written) =>
        Assert.Equal(written, new DiscordMarkup().Address(url));
}
