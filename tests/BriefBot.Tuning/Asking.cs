using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;

namespace BriefBot.Tuning;

/// <summary>Asks questions of a folder and keeps all that was found: of the whole folder, and of each article as a folder of its own.</summary>
internal sealed class Asking(IReadOnlyList<Article> articles, ISentenceSimilarity? similarity)
{
    private const int PassagesPerQuestion = 10;

    public async Task<IReadOnlyList<Example>> OfAllAsync(IEnumerable<EvaluationQuestion> questions)
    {
        using var index = Index(articles);
        return await AskAsync(index, questions, null);
    }

    /// <summary>
    /// Each article alone: the questions that belong to it, and as many that belong to another, which it does not answer.
    /// </summary>
    /// <param name="examples">What was found in the whole folder; it says to which article a question belongs.</param>
    public async Task<IReadOnlyList<Example>> OfEachAsync(IReadOnlyList<Example> examples)
    {
        var alone = new List<Example>();
        for (var i = 0; i < articles.Count; i++)
        {
            using var index = Index([articles[i]]);
            var path = articles[i].Path;
            var own = examples.Where(e => e.Article == path && e.Question.Kind != "far").Select(e => e.Question);
            var place = i;
            var others = examples.Where((e, n) => e.Article != path && (n + place) % 40 == 0)
                .Select(e => e.Question with { Answerable = false, Answers = [], Path = null, Kind = "far" });
            alone.AddRange(await AskAsync(index, own.Concat(others), path));
        }

        return alone;
    }

    private static LucenePassageIndex Index(IReadOnlyCollection<Article> articles)
    {
        var index = IndexFolder.InMemory();
        index.Apply(articles, [], []);
        return index;
    }

    private async Task<IReadOnlyList<Example>> AskAsync(LucenePassageIndex index, IEnumerable<EvaluationQuestion> questions, string? article)
    {
        var asked = new List<Example>();
        foreach (var question in questions)
        {
            asked.Add(await FindAsync(index, question, article, Finding(index).Understand(question.Question, question.Earlier, SynonymTable.Empty, CancellationToken.None)));
        }

        return asked;
    }

    private async Task<Example> FindAsync(LucenePassageIndex index, EvaluationQuestion question, string? article, Question understood)
    {
        var found = await Finding(index).FindAsync(understood, PassagesPerQuestion, CancellationToken.None);
        var best = found.Passages.Passages.Count > 0 ? found.Passages.Passages[0].Passage.Path : "";
        return new Example(question, article ?? question.Path ?? best, found);
    }

    private Finding Finding(LucenePassageIndex index) => new(LuceneAnalyzers.English, index, index, similarity);
}
