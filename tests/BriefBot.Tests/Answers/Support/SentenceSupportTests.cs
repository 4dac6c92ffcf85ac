using BriefBot.Answers.Sentences;
using BriefBot.Answers.Support;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Support;

public sealed class SentenceSupportTests(ITestOutputHelper output)
{
    private static readonly SentenceSupport Support = new(LuceneAnalyzers.English);

    [Fact]
    public void OfTheTruePairsMostPassAndOfTheChangedHardlyAny()
    {
        var judged = SupportPair.All.Select(pair => (Pair: pair, Passes: Passes(pair))).ToArray();
        foreach (var (pair, _) in judged.Where(judged => judged.Passes != judged.Pair.Changed is null))
        {
            output.WriteLine($"{pair.Changed ?? "+"}\t{Problem(pair)}\t{pair.Sentence}\t<= {pair.Passage}");
        }

        foreach (var kind in judged.GroupBy(judged => judged.Pair.Changed ?? "true"))
        {
            output.WriteLine($"{kind.Key}: {kind.Count(judged => judged.Passes)} of {kind.Count()} pass");
        }

        Assert.True(judged.Count(judged => judged.Passes && judged.Pair.Changed is null) >= 118);
        Assert.True(judged.Count(judged => judged.Passes && judged.Pair.Changed is not null) <= 16);
    }

    private static bool Passes(SupportPair pair) => Problem(pair) is null;

    private static Unsupported? Problem(SupportPair pair) =>
        Support.Find(pair.Sentence, PassageSentences.Of(Some.Passage(pair.Passage, title: ""), LuceneAnalyzers.English)).Problem;
}
