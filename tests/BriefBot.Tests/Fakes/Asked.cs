using BriefBot.Answers.Ranking;
using BriefBot.Answers.Selection;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;

namespace BriefBot.Tests.Fakes;

/// <summary>One question asked of one passage, as far as an inner room of Answers goes.</summary>
internal static class Asked
{
    public static Question Understand(string question, params string[] earlier) =>
        new QuestionAnalyzer(LuceneAnalyzers.English, SynonymTable.Empty, new CountingPassageIndex(), new DateOnly(2026, 11, 29)).Analyze(
            question,
            earlier,
            TestContext.Current.CancellationToken
        );

    /// <summary>What is found in a passage of these blocks.</summary>
    public static RankedUnits Of(string question, params TextBlock[] blocks) =>
        Of(question, Some.Passage("unused") with { Title = "", Blocks = blocks });

    /// <summary>What is found in passages of one article.</summary>
    public static RankedUnits Of(string question, params Passage[] passages)
    {
        using var index = IndexFolder.InMemory();
        index.Apply([Some.Article("a.md", "unused") with { Passages = passages }], [], []);
        var finding = new CandidateRetriever(LuceneAnalyzers.English, index, index, TimeProvider.System);
        var understood = finding.Understand(question, [], SynonymTable.Empty, TestContext.Current.CancellationToken);
        // Nothing of it waits.
        var found = finding.FindAsync(understood, 10, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return RankedUnits.Create(found, new UnitRanking(RankingModel.Shipped));
    }

    /// <summary>The same of prose: a block for each text.</summary>
    public static RankedUnits Of(string question, params string[] texts) =>
        Of(question, [.. texts.Select((text, i) => Some.Block(text, line: i + 1))]);

    /// <summary>The units that may answer, best first.</summary>
    public static string[] Fitting(this RankedUnits findings) => [.. findings.Fitting.Select(scored => scored.Candidate.Text)];
}
