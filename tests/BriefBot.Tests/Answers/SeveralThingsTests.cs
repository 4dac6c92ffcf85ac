using BriefBot.Answers;
using BriefBot.Answers.Understanding;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

/// <summary>Questions that ask how many there are, about several things at once, or take for granted what is not so.</summary>
public sealed class SeveralThingsTests
{
    private const string Club = """
        # Paddling club

        ## Committee

        - Ada Finch, chair
        - Bo Larsen, treasurer
        - Cleo Marsh, boats

        ## Boats

        | Boat | Seats | Weight |
        | --- | --- | --- |
        | Heron | 1 | 18 kg |
        | Otter | 2 | 31 kg |
        | Teal | 2 | 28 kg |

        ## Fees

        The membership costs 60 euros a year.

        The boat house is open on Saturdays from 9 to 13.
        """;

    [Fact]
    public async Task TheRowsOfATableAreCounted() =>
        Assert.Contains("Counted: 3 entries.", await AskAsync("how many boats does the club have?"), StringComparison.Ordinal);

    [Fact]
    public async Task WhatIsWrittenIsNotCounted() =>
        Assert.DoesNotContain("Counted", await AskAsync("how many seats does the otter have?"), StringComparison.Ordinal);

    [Fact]
    public async Task EachThingIsLookedForAndTheMissingOneIsNamed()
    {
        var text = await AskAsync("who is the chair, the treasurer and the secretary?");
        Assert.Contains("Ada Finch", text, StringComparison.Ordinal);
        Assert.Contains("Bo Larsen", text, StringComparison.Ordinal);
        Assert.Contains("I found nothing about “secretary”.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("why does the membership cost 80 euros?", "80", "60 euros")]
    [InlineData("why is the boat house closed on saturdays?", "closed", "open on Saturdays")]
    public async Task WhatTheArticlesSayOtherwiseIsSaidInstead(string question, string asked, string said)
    {
        var text = await AskAsync(question);
        Assert.StartsWith($"The articles do not say “{asked}”. They say this instead:", text, StringComparison.Ordinal);
        Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSoIsNotContradicted() =>
        Assert.DoesNotContain("instead", await AskAsync("why does the membership cost 60 euros?"), StringComparison.Ordinal);

    [Theory]
    [InlineData("who is the chair, the treasurer and the secretary", "chair|treasurer|secretary")]
    [InlineData("what do the pool and the sauna cost", "pool|sauna")]
    [InlineData("is the ferry, train or bus cheaper", "ferry|train|bus")]
    [InlineData("what is the difference between the pool and the sauna", "")]
    [InlineData("rules for cats and dogs", "")]
    [InlineData("when does the pool open", "")]
    public void ThingsAreListedWhereEachIsNamed(string question, string things) =>
        Assert.Equal(things, string.Join('|', ListedThings.Parse(question).Select(thing => thing.Name)));

    private static async Task<string> AskAsync(string question) =>
        await AskedFolder.AskAsync(question, ("club.md", Club)) switch
        {
            Answer.Grounded grounded => grounded.Text,
            Answer.NotFound nothing => nothing.Reason,
            var other => other.ToString(),
        };
}
