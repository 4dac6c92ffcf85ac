using BriefBot.Answers;
using BriefBot.Answers.Ranking;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Fakes;

/// <summary>Puts an answerer together around an index.</summary>
internal static class SomeAnswerer
{
    public static IAnswerer Of(
        IPassageIndex index, ISpelling spelling, KnowledgeReadiness readiness, KnowledgeCatalog catalog, IComposer? composer = null, AnswersOptions? settings = null)
    {
        var options = Options.Create(settings ?? new AnswersOptions());
        return new Answerer(
            new Finding(LuceneAnalyzers.English, index, spelling),
            [composer ?? new ExtractiveComposer(RankingModel.Shipped, options)],
            new GroundingCheck(catalog, new ArticleAddresses(Some.Knowledge()), LuceneAnalyzers.English, new CollectingLogger<GroundingCheck>()),
            new Synonyms(LuceneAnalyzers.English),
            readiness,
            RankingModel.Shipped,
            Options.Create(new RetrievalOptions()),
            options,
            new CollectingLogger<Answerer>());
    }
}
