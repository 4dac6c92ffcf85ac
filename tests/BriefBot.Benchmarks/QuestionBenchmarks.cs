using BenchmarkDotNet.Attributes;
using BriefBot.Answers;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Benchmarks;

/// <summary>
/// What a question costs on the shipped folder: the whole answer, beside what one would write instead with Lucene alone (the
/// question's words in one field, the ten best documents and their text).
/// </summary>
[InProcess]
[MemoryDiagnoser]
[MedianColumn]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The runner calls the cleanup, not Dispose, and wants the class unsealed.")]
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

    private ServiceProvider _services = null!;
    private IAnswerer _answerer = null!;
    private BareLucene _lucene = null!;
    private int _next;

    [GlobalSetup]
    public async Task ReadFolderAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions();
        services.Configure<KnowledgeOptions>(options => options.Path = Checkout.Path("knowledge"));
        services.AddKnowledge().AddRetrieval(_ => IndexFolder.InMemory()).AddAnswers();
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<KnowledgeIndexer>().IndexAsync(CancellationToken.None);
        _answerer = _services.GetRequiredService<IAnswerer>();
        _lucene = new BareLucene(Checkout.Path("knowledge"));
    }

    [GlobalCleanup]
    public void Close()
    {
        _lucene.Dispose();
        _services.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int BareLuceneTopTen() => _lucene.Search(Next());

    [Benchmark]
    public Task<Answer> WholeAnswer() => _answerer.AnswerAsync(Next(), [], CancellationToken.None);

    private string Next() => Questions[_next++ % Questions.Length];
}
