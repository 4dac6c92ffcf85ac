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
        IPassageIndex index, ISpelling spelling, KnowledgeReadiness readiness, KnowledgeCatalog catalog, IComposer? composer = null, AnswersOptions? settings = null,
        IComposer? model = null)
    {
        var options = Options.Create(settings ?? new AnswersOptions());
        return new Answerer(
            new CandidateRetriever(LuceneAnalyzers.English, index, spelling, TimeProvider.System),
            model is null ? [composer ?? new ExtractiveComposer(RankingModel.Shipped, options)] : [composer ?? new ExtractiveComposer(RankingModel.Shipped, options), model],
            Check(catalog),
            new Synonyms(LuceneAnalyzers.English),
            readiness,
            RankingModel.Shipped,
            Options.Create(new RetrievalOptions()),
            options,
            new CollectingLogger<Answerer>());
    }

    /// <summary>Answers again with a model.</summary>
    public static IModelAnswerer Model(IPassageIndex index, ISpelling spelling, IComposer model) => new ModelAnswerer(
        new CandidateRetriever(LuceneAnalyzers.English, index, spelling, TimeProvider.System),
        [model],
        Check(new KnowledgeCatalog()),
        new Synonyms(LuceneAnalyzers.English),
        Options.Create(new RetrievalOptions()),
        Options.Create(new AnswersOptions()),
        TimeProvider.System,
        new CollectingLogger<ModelAnswerer>());

    private static GroundingCheck Check(KnowledgeCatalog catalog) =>
        new(catalog, new ArticleAddresses(Some.Knowledge()), LuceneAnalyzers.English, new CollectingLogger<GroundingCheck>());
}
