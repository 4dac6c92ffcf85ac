using BriefBot.Answers;
using BriefBot.Answers.Generation;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Verification;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Fakes;

/// <summary>Puts an answerer together around an index.</summary>
internal static class SomeAnswerer
{
    public static IAnswerer Of(
        IPassageIndex index,
        ISpelling spelling,
        KnowledgeReadiness readiness,
        KnowledgeCatalog catalog,
        AnswersOptions? settings = null,
        IAnswerGenerator? model = null
    )
    {
        var options = Options.Create(settings ?? new AnswersOptions());
        return new AnswerPipeline(
            new CandidateRetriever(LuceneAnalyzers.English, index, spelling, TimeProvider.System),
            new ExtractiveWriter(RankingModel.Shipped, options),
            Check(),
            Assembler(catalog),
            new Synonyms(LuceneAnalyzers.English),
            readiness,
            RankingModel.Shipped,
            options,
            new CollectingLogger<AnswerPipeline>(),
            model
        );
    }

    /// <summary>Answers again with a model.</summary>
    public static IAnswerRefiner Model(IPassageIndex index, ISpelling spelling, IAnswerGenerator model) =>
        new AnswerRefiner(
            new CandidateRetriever(LuceneAnalyzers.English, index, spelling, TimeProvider.System),
            model,
            Check(),
            Assembler(new KnowledgeCatalog()),
            new Synonyms(LuceneAnalyzers.English),
            Options.Create(new AnswersOptions()),
            TimeProvider.System,
            new CollectingLogger<AnswerRefiner>()
        );

    private static GroundingCheck Check() => new(LuceneAnalyzers.English, new CollectingLogger<GroundingCheck>());

    private static AnswerAssembler Assembler(KnowledgeCatalog catalog) => new(catalog, new ArticleAddresses(Some.Knowledge()));
}
