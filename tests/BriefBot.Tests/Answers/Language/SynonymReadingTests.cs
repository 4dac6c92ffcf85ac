using BriefBot.Answers.Language;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Language;

public sealed class SynonymReadingTests
{
    [Fact]
    public void ARowKeepsItsOwnWordsWhereItsHeaderHoldsASynonymOfSeveralWords()
    {
        var read = Read(
            "sco",
            "Shanghai Cooperation Organisation",
            Some.Block("Year | Shanghai Cooperation Organisation", BlockKind.TableHeader),
            Some.Block("1996 | founded", BlockKind.TableRow)
        );
        Assert.Equal(["1996", "found"], read.Sentences[1].OwnWords.Select(word => word.Term));
        Assert.Equal(["1996", "found", "year", "sco"], read.Sentences[1].Words.Select(word => word.Term));
    }

    [Fact]
    public void WhereASynonymStandsTheAskedWordStandsAndTheTextStaysAsItIs()
    {
        var read = Read("boss", "mayor", Some.Block("The mayor opened the bridge."));
        Assert.Contains("boss", read.Sentences[0].Words.Select(word => word.Term));
        Assert.Equal("The mayor opened the bridge.", read.Sentences[0].Text);
    }

    [Fact]
    public void ASynonymThatEndsInTheHeaderIsNone()
    {
        var read = Read(
            "sco",
            "Shanghai Cooperation",
            Some.Block("Cooperation | Year", BlockKind.TableHeader),
            Some.Block("1996 | Shanghai", BlockKind.TableRow)
        );
        Assert.DoesNotContain("sco", read.Sentences[1].Words.Select(word => word.Term));
    }

    private static PassageSentences Read(string asked, string synonym, params TextBlock[] blocks)
    {
        var analyzer = LuceneAnalyzers.English;
        var term = new QueryTerm(asked, asked) { Synonyms = [new Synonym(synonym, analyzer.Analyze(synonym))] };
        return new SynonymReading([new FoundTerm(term, 1, 1)]).Read(
            PassageSentences.Parse(Some.Passage("x") with { Blocks = blocks }, analyzer)
        );
    }
}
