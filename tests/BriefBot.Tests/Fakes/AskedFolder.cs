using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Generation;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Chat;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tests.Fakes;

/// <summary>A folder that is read into an index in memory and asked.</summary>
internal sealed class AskedFolder : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _conversations;

    private AskedFolder(ServiceProvider services) => _services = services;

    public IAnswerer Answerer => _services.GetRequiredService<IAnswerer>();

    public IAnswerRefiner Model => _services.GetRequiredService<IAnswerRefiner>();

    public KnowledgeCatalog Catalog => _services.GetRequiredService<KnowledgeCatalog>();

    public KnowledgeReadiness Readiness => _services.GetRequiredService<KnowledgeReadiness>();

    public AnswerReview Review => _services.GetRequiredService<AnswerReview>();

    public IPassageStore Store => _services.GetRequiredService<IPassageStore>();

    public static async Task<AskedFolder> ReadAsync(
        string folder,
        IAnswerGenerator? model = null,
        ModelOptions? options = null,
        string? usagePath = null,
        bool embeddings = false,
        TimeProvider? time = null,
        IAnswerStore? store = null,
        IChatGateway? gateway = null
    )
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions();
        services.Configure<KnowledgeOptions>(options => options.Path = folder);
        services.AddKnowledge().AddRetrieval(_ => IndexFolder.InMemory()).AddAnswers().AddChat();
        var replies = 0;
        services.AddSingleton<ReplyIdSource>(() => $"r{Interlocked.Increment(ref replies)}");
        services.AddSingleton(time ?? TimeProvider.System);
        if (gateway is not null)
        {
            services.AddSingleton(gateway);
        }

        if (store is not null)
        {
            services.AddSingleton(store).AddSingleton(AuthorHash.Random()).AddSingleton<AnswerReview>();
        }

        if (embeddings && ShippedEmbeddingModel.Find() is { } shipped)
        {
            services.AddEmbeddings(shipped, _ => "", Timeout.InfiniteTimeSpan);
        }

        if (options is not null)
        {
            services.Configure<AnswersOptions>(answers => answers.Model = options);
            services.AddModel(_ => usagePath);
        }

        if (model is not null)
        {
            services.AddSingleton(model).AddSingleton<IAnswerRefiner, AnswerRefiner>();
        }

        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<KnowledgeIndexer>().Index(TestContext.Current.CancellationToken);
        return new AskedFolder(provider);
    }

    /// <summary>Asks once, of a folder with these files.</summary>
    public static async Task<Answer> AskAsync(string question, params (string Path, string Text)[] files)
    {
        using var folder = files.Aggregate(new TemporaryFolder(), (folder, file) => folder.With(file.Path, file.Text));
        await using var asked = await ReadAsync(folder.Path);
        return await asked.AskAsync(question);
    }

    public async Task<Answer> AskAsync(string question, params string[] earlier)
    {
        var asked = await EvaluationRun.AskAllAsync(Answerer, earlier, TestContext.Current.CancellationToken);
        return await Answerer.AnswerAsync(question, asked, TestContext.Current.CancellationToken);
    }

    /// <summary>Says messages one after another in a conversation of their own.</summary>
    /// <returns>The reply to the last.</returns>
    public async Task<Reply> SayAsync(params string[] messages)
    {
        var (conversation, reply) = ($"{Interlocked.Increment(ref _conversations)}", (Reply?)null);
        foreach (var (i, text) in messages.Index())
        {
            reply = await _services
                .GetRequiredService<IChatResponder>()
                .AnswerAsync(Some.Message(text, conversation, $"{i}"), TestContext.Current.CancellationToken);
        }

        return reply!;
    }

    /// <summary>What becomes of a question with a model: the answer without it, and the one that stands in the end.</summary>
    public Task<(Answer First, Answer Last)> AskModelAsync(string question, params string[] earlier) =>
        AskModelAsync(question, begun: null, earlier);

    /// <summary>The same, with what is shown of the answer before it is whole.</summary>
    public async Task<(Answer First, Answer Last)> AskModelAsync(string question, Action<Answer.Grounded>? begun, params string[] earlier)
    {
        var before = await EvaluationRun.AskAllAsync(Answerer, earlier, TestContext.Current.CancellationToken);
        var first = await Answerer.AnswerAsync(question, before, TestContext.Current.CancellationToken);
        return (first, await Model.RefineAsync(question, before, "ann", first, begun, TestContext.Current.CancellationToken));
    }

    /// <summary>Reads what has changed in the folder.</summary>
    public void ReadAgain() => _services.GetRequiredService<KnowledgeIndexer>().Index(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
