using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Ranking;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Answers;
using BriefBot.Service.Chat;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tuning;

/// <summary>A folder, read and asked as the service does.</summary>
internal sealed class FolderService : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _conversations;

    private FolderService(ServiceProvider services) => _services = services;

    /// <param name="folder">The folder of articles.</param>
    /// <param name="ranking">The weights.</param>
    /// <param name="embeddings">The model of embeddings, or null for words alone.</param>
    public static async Task<FolderService> OpenAsync(string folder, RankingModel ranking, EmbeddingModel? embeddings)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions().AddSingleton(TimeProvider.System).Configure<KnowledgeOptions>(options => options.Path = folder);
        services.AddSingleton(ranking).AddKnowledge().AddRetrieval(_ => IndexFolder.InMemory()).AddAnswers().AddChat();
        services.AddSingleton<ReplyIdSource>(() => "reply");
        // The first question waits for vectors that the service would have made before.
        services.Configure<ChatOptions>(options => options.AnswerTimeoutSeconds = 60);
        if (embeddings is not null)
        {
            services.AddEmbeddings(embeddings, _ => "", Timeout.InfiniteTimeSpan);
        }

        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<KnowledgeIndexer>().Index(CancellationToken.None);
        return new FolderService(provider);
    }

    /// <summary>Returns the answer to a question, in a conversation of its own.</summary>
    public async Task<Answer> AskAsync(EvaluationQuestion question)
    {
        var answerer = _services.GetRequiredService<IAnswerer>();
        var earlier = await EvaluationRun.AskAllAsync(answerer, question.Earlier, CancellationToken.None);
        return await answerer.AnswerAsync(question.Question, earlier, CancellationToken.None);
    }

    /// <summary>Returns all that is found for a question, to learn from.</summary>
    public async Task<Example> FindAsync(QuestionSet set, EvaluationQuestion question)
    {
        var finding = _services.GetRequiredService<CandidateRetriever>();
        var understood = finding.Understand(question.Question, question.Earlier, SynonymTable.Empty, CancellationToken.None);
        var found = await finding.FindAsync(understood, CandidateRetriever.MaxPassages, CancellationToken.None);
        // A question without an answer belongs to the article that it is taken to be about.
        var group = set.Group ?? question.Path ?? (found.Passages.Passages.Count > 0 ? found.Passages.Passages[0].Passage.Path : "none");
        return new Example(question, group, found) { Set = set };
    }

    /// <summary>Says messages one after another in one conversation.</summary>
    /// <returns>The reply to the last, as programs read it.</returns>
    public async Task<AskResponse> ChatAsync(IReadOnlyList<string> messages)
    {
        var responder = _services.GetRequiredService<IChatResponder>();
        var conversation = $"{Interlocked.Increment(ref _conversations)}";
        Reply? reply = null;
        foreach (var (i, text) in messages.Index())
        {
            var message = new IncomingMessage
            {
                Id = $"{i}",
                Network = "tuning",
                Channel = conversation,
                Author = conversation,
                Kind = MessageKind.Direct,
                Text = text,
            };
            reply = await responder.AnswerAsync(message, CancellationToken.None);
        }

        return WebWriter.ToResponse(reply!);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
