using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Knowledge.MarkdownFiles;
using BriefBot.Service.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefBot.Tuning;

/// <summary>Reads a folder of articles as the service does.</summary>
internal static class Folder
{
    public static async Task<IReadOnlyList<Article>> ReadAsync(string path)
    {
        var store = new Gathered();
        var options = Options.Create(new KnowledgeOptions { Path = path });
        var cutter = new PassageCutter(options);
        var indexer = new KnowledgeIndexer(
            [new MarkdownArticleReader(cutter, options), new PlainTextArticleReader(cutter, options)],
            store,
            new Synonyms(LuceneAnalyzers.English),
            new KnowledgeCatalog(),
            new KnowledgeReadiness(),
            options,
            TimeProvider.System,
            NullLogger<KnowledgeIndexer>.Instance);
        var report = await indexer.IndexAsync(CancellationToken.None);
        foreach (var problem in report.Problems)
        {
            Console.Error.WriteLine(problem);
        }

        return store.Articles;
    }

    private sealed class Gathered : IPassageStore
    {
        public IReadOnlyList<Article> Articles { get; private set; } = [];

        public IReadOnlyList<KeptArticle> ListArticles() => [];

        public IReadOnlyList<KeptFailure> ListFailures() => [];

        public KeptSource? Source { get; private set; }

        public void SetSource(KeptSource? source) => Source = source;

        public Task Damage { get; } = new TaskCompletionSource().Task;

        public void StartAnew() => Articles = [];

        public void Apply(IReadOnlyCollection<Article> changed, IReadOnlyCollection<string> removed, IReadOnlyCollection<KeptFailure> failed) =>
            Articles = [.. Articles, .. changed];
    }
}
