using BenchmarkDotNet.Attributes;
using BriefBot.Answers;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Folder;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;
using Lucene.Net.Store;
using Microsoft.Extensions.DependencyInjection;
using Directory = System.IO.Directory;

namespace BriefBot.Benchmarks;

/// <summary>
/// What a question costs on the shipped folder: the whole answer, beside what one would write instead with Lucene alone (the
/// question's words in one field, the ten best documents and their text); and the whole answer where the folder has synonyms
/// for a word or two of nearly every question; and where sentences are judged by what they mean too.
/// </summary>
[InProcess]
[MemoryDiagnoser]
[MedianColumn]
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The runner calls the cleanup, not Dispose, and wants the class unsealed."
)]
public class QuestionBenchmarks
{
    private static readonly string[] Questions =
    [
        "How high are the tariffs on India in total?",
        "when was the parade",
        "Why did Modi skip the parade?",
        "who runs the carnegie russia eurasia center?",
        "what is the population of North Korea",
        "what is briefbot?",
        "wat is the total tarif on indai",
        "how do I bake sourdough bread",
    ];

    private static readonly string[][] Synonyms =
    [
        ["tariff", "levy", "customs duty"],
        ["parade", "march past"],
        ["Modi", "prime minister of India", "NaMo"],
        ["runs", "heads", "is in charge of"],
        ["North Korea", "DPRK", "Hermit Kingdom"],
        ["BriefBot", "chat assistant"],
        ["bread", "baker's goods"],
    ];

    private ServiceProvider _services = null!;
    private ServiceProvider _servicesWithSynonyms = null!;
    private ServiceProvider? _servicesWithSimilarity;
    private IAnswerer _answerer = null!;
    private IAnswerer _answererWithSynonyms = null!;
    private IAnswerer? _answererWithSimilarity;
    private BareLucene _lucene = null!;
    private int _next;

    [GlobalSetup]
    public async Task ReadFolderAsync()
    {
        _services = await ReadAsync();
        _answerer = _services.GetRequiredService<IAnswerer>();
        _servicesWithSynonyms = await ReadAsync();
        _answererWithSynonyms = _servicesWithSynonyms.GetRequiredService<IAnswerer>();
        _servicesWithSynonyms
            .GetRequiredService<ISynonymStore>()
            .Replace([.. Synonyms.Select((words, i) => new SynonymRule("synonyms.txt", i + 1, words, words))]);
        if (ShippedEmbeddingModel.Find() is { } model)
        {
            _servicesWithSimilarity = await ReadAsync(services => services.AddEmbeddings(model, _ => "", Timeout.InfiniteTimeSpan));
            _answererWithSimilarity = _servicesWithSimilarity.GetRequiredService<IAnswerer>();
        }

        _lucene = new BareLucene(
            new RAMDirectory(),
            Directory.GetFiles(Checkout.Path("knowledge"), "*-*.md").SelectMany(file => File.ReadAllText(file).Split("\n\n"))
        );
    }

    [GlobalCleanup]
    public void Close()
    {
        _lucene.Dispose();
        _services.Dispose();
        _servicesWithSynonyms.Dispose();
        _servicesWithSimilarity?.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int BareLuceneTopTen() => _lucene.Search(Next());

    [Benchmark]
    public Task<Answer> WholeAnswer() => _answerer.AnswerAsync(Next(), [], CancellationToken.None);

    [Benchmark]
    public Task<Answer> WholeAnswerWithSynonyms() => _answererWithSynonyms.AnswerAsync(Next(), [], CancellationToken.None);

    /// <summary>Each question is new, for one that was just asked is not embedded again.</summary>
    [Benchmark]
    public Task<Answer> WholeAnswerWithSimilarity() =>
        (_answererWithSimilarity ?? throw new InvalidOperationException("Built without embeddings.")).AnswerAsync(
            $"{Next()} {_next}",
            [],
            CancellationToken.None
        );

    private static async Task<ServiceProvider> ReadAsync(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions();
        services.Configure<KnowledgeOptions>(options => options.Path = Checkout.Path("knowledge"));
        services.AddKnowledge().AddRetrieval(_ => IndexFolder.InMemory()).AddAnswers();
        more?.Invoke(services);
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<KnowledgeIndexer>().Index(CancellationToken.None);
        return provider;
    }

    private string Next() => Questions[_next++ % Questions.Length];
}
