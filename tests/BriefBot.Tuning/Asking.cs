using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;

namespace BriefBot.Tuning;

/// <summary>Asks questions of a folder and keeps all that was found: of the whole folder, and of each article as a folder of its own.</summary>
internal sealed class Asking(IReadOnlyList<Article> articles)
{
    private const int PassagesPerQuestion = 10;
    private const double CommonRarity = 0.6;

    public IReadOnlyList<Example> OfAll(IEnumerable<EvaluationQuestion> questions)
    {
        using var index = Index(articles);
        return [.. questions.Select(question => Ask(index, question, null))];
    }

    /// <summary>
    /// Each article alone: the questions that belong to it, and as many that belong to another, which it does not answer.
    /// </summary>
    /// <param name="examples">What was found in the whole folder; it says to which article a question belongs.</param>
    public (IReadOnlyList<Example> AsAsked, IReadOnlyList<Example> Reworded) OfEach(IReadOnlyList<Example> examples)
    {
        var reworded = new List<Example>();
        var alone = new List<Example>();
        for (var i = 0; i < articles.Count; i++)
        {
            using var index = Index([articles[i]]);
            var path = articles[i].Path;
            var own = examples.Where(e => e.Article == path && e.Question.Kind != "far").Select(e => e.Question);
            var place = i;
            var others = examples.Where((e, n) => e.Article != path && (n + place) % 40 == 0)
                .Select(e => e.Question with { Answerable = false, Answers = [], Path = null, Kind = "far" });
            var found = own.Concat(others).Select(question => Ask(index, question, path)).ToArray();
            alone.AddRange(found);
            reworded.AddRange(Reworded(found, [articles[i]], i));
        }

        return (alone, reworded);
    }

    private static LucenePassageIndex Index(IReadOnlyCollection<Article> articles)
    {
        var index = IndexFolder.InMemory();
        index.Apply(articles, [], []);
        return index;
    }

    /// <summary>
    /// The same questions in other words: in each, one common word gives way to another that the folder does not hold. People
    /// ask in their own words; the questions of the file were written with the article in sight.
    /// </summary>
    public static IReadOnlyList<Example> Reworded(IReadOnlyList<Example> examples, IReadOnlyCollection<Article> folder, int seed)
    {
        using var index = Index(folder);
        var random = new Random(seed);
        var common = RelatedWords.All.Where(stem => RelatedWords.Rarity(stem) < CommonRarity).Order(StringComparer.Ordinal).ToArray();
        return [.. examples.Select(example => Reword(index, example, common, random)).OfType<Example>()];
    }

    private static Example? Reword(LucenePassageIndex index, Example example, string[] common, Random random)
    {
        var question = example.Found.Match.Question;
        var places = Enumerable.Range(0, question.Terms.Count)
            .Where(i => RelatedWords.Knows(question.Terms[i].Term) && !question.AskedFor.Contains(question.Terms[i].Term)).ToArray();
        if (places.Length == 0)
        {
            return null;
        }

        var place = places[random.Next(places.Length)];
        var word = common[random.Next(common.Length)];
        var terms = question.Terms.Select((term, i) => i == place ? new QueryTerm(word, word) : term).DistinctBy(term => term.Term).ToArray();
        return Find(index, example.Question, example.Article, question with { Terms = terms });
    }

    private static Example Ask(LucenePassageIndex index, EvaluationQuestion question, string? article) =>
        Find(index, question, article, Finding(index).Understand(question.Question, [], SynonymTable.Empty, CancellationToken.None));

    private static Example Find(LucenePassageIndex index, EvaluationQuestion question, string? article, Question understood)
    {
        var found = Finding(index).Find(understood, PassagesPerQuestion, CancellationToken.None);
        var best = found.Passages.Passages.Count > 0 ? found.Passages.Passages[0].Passage.Path : "";
        return new Example(question, article ?? question.Path ?? best, found);
    }

    private static Finding Finding(LucenePassageIndex index) => new(LuceneAnalyzers.English, index, index);
}
