using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Tests.Fakes;

/// <summary>Finds the passages that hold most of the words looked for, as they are spelt.</summary>
internal sealed class CountingPassageIndex : IPassageIndex, ISpelling, IPassageReader, IPassageStore
{
    private readonly InMemoryPassageStore _store = new();

    /// <summary>What the next search throws, or null.</summary>
    public IndexUnavailableException? Fails { get; set; }

    /// <summary>How often it was searched.</summary>
    public int Searches { get; private set; }

    public StoredSource? Source => _store.Source;

    public void SetSource(StoredSource? source) => _store.SetSource(source);

    public Task Damage => _store.Damage;

    public void StartAnew() => _store.StartAnew();

    public IReadOnlyList<StoredArticle> ListArticles() => _store.ListArticles();

    public IReadOnlyList<StoredFailure> ListFailures() => _store.ListFailures();

    public void Apply(
        IReadOnlyCollection<Article> changed,
        IReadOnlyCollection<string> removed,
        IReadOnlyCollection<StoredFailure> failed
    ) => _store.Apply(changed, removed, failed);

    public IReadOnlyList<Passage> Read(string path) =>
        [.. _store.Articles.Where(article => article.Path == path).SelectMany(article => article.Passages)];

    public SearchResult Search(PassageQuery query, CancellationToken cancellationToken)
    {
        Searches++;
        if (Fails is not null)
        {
            throw Fails;
        }

        var passages = _store.Articles.SelectMany(article => article.Passages).ToArray();
        var found = passages
            .Select(passage => new RankedPassage(passage, query.Terms.Count(term => Holds(passage, term))))
            .Where(ranked => ranked.Score > 0)
            .OrderByDescending(ranked => ranked.Score)
            .Take(query.Limit);
        return new SearchResult
        {
            Passages = [.. found],
            Terms = [.. query.Terms.Select(term => new FoundTerm(term, passages.Count(passage => Holds(passage, term)), term.Boost))],
            PassageCount = passages.Length,
        };
    }

    public IReadOnlyList<WordReading> Read(IReadOnlyList<QueryTerm> words, CancellationToken cancellationToken) =>
        Fails is null
            ?
            [
                .. words.Select(word => new WordReading(
                    _store.Articles.SelectMany(article => article.Passages).Any(passage => Holds(passage, word)),
                    null
                )),
            ]
            : throw Fails;

    private static bool Holds(Passage passage, QueryTerm term)
    {
        var text = $" {passage.Title} {passage.Section} {string.Join(' ', passage.Blocks.Select(block => block.Text))} "
            .Replace('.', ' ')
            .Replace(',', ' ')
            .Replace('\n', ' ');
        return term
            .Synonyms.Select(synonym => synonym.Text)
            .Append(term.Word)
            .Any(words => words.Length > 0 && text.Contains($" {words} ", StringComparison.OrdinalIgnoreCase));
    }
}
