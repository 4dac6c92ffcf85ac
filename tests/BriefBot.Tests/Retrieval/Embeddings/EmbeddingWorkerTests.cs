using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefBot.Tests.Retrieval.Embeddings;

/// <summary>The vectors that are made while the service runs.</summary>
public sealed class EmbeddingWorkerTests : IDisposable
{
    private static readonly TimeSpan LoadAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _knowledge = new TemporaryFolder()
        .With("boats.md", "# Boats\n\nThe ferry has sunk.\n")
        .With("hills.md", "# Hills\n\nHills are green.\n\nSome are high.\n");

    private readonly TemporaryFolder _data = new();
    private readonly ScriptedEmbeddings _embeddings = new();
    private readonly CollectingLogger<EmbeddingWorker> _log = new();
    private readonly WatchedTime _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public void Dispose()
    {
        _knowledge.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task EveryPassageGetsItsVectorsOnceTheFolderHasBeenRead()
    {
        await using var services = Services();
        using var worker = await StartAsync(services);
        Assert.Empty(_embeddings.Texts);
        await ReadAsync(services);
        await _time.PassAsync(Pause);
        await _time.PassAsync(LoadAfter);
        await _embeddings.UntilAsync(3);
        Assert.Equal(["Boats: The ferry has sunk.", "Hills: Hills are green.", "Hills: Some are high."], _embeddings.Texts);
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task AfterAChangeOnlyWhatChangedIsMadeAgain()
    {
        await using (var services = Services())
        {
            await ReadAsync(services);
            using var worker = await StartAsync(services);
            await _time.PassAsync(LoadAfter);
            await _embeddings.UntilAsync(3);
            await StoredAsync(services);
            var progress = services.GetRequiredService<EmbeddingProgress>();
            while (progress.All != (4, 4))
            {
                await Task.Yield();
            }

            Assert.Equal((3, 3), progress.Find("hills.md"));
            await worker.StopAsync(TestContext.Current.CancellationToken);
        }

        _knowledge.With("boats.md", "# Boats\n\nThe ferry sails.\n");
        await using var again = Services();
        await ReadAsync(again);
        using var second = await StartAsync(again);
        await _time.PassAsync(LoadAfter);
        await _embeddings.UntilAsync(4);
        await StoredAsync(again);
        Assert.Equal(["Boats: The ferry sails."], _embeddings.Texts.Skip(3));
        await second.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task TheModelIsNotLoadedWhileFilesAreRead()
    {
        await using var services = Services();
        await ReadAsync(services);
        var readiness = services.GetRequiredService<KnowledgeReadiness>();
        readiness.IsReading = true;
        using var worker = await StartAsync(services);
        await PassPausesAsync();
        Assert.False(_embeddings.IsLoaded);
        readiness.IsReading = false;
        await _time.PassAsync(Pause);
        await _time.PassAsync(LoadAfter);
        await _embeddings.UntilAsync(3);
        Assert.True(_embeddings.IsLoaded);
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task NothingIsMadeWhileFilesAreRead()
    {
        await using var services = Services();
        await ReadAsync(services);
        var readiness = services.GetRequiredService<KnowledgeReadiness>();
        _embeddings.Embedding = _ => readiness.IsReading = true;
        using var worker = await StartAsync(services);
        await _time.PassAsync(LoadAfter);
        await _embeddings.UntilAsync(1);
        await PassPausesAsync();
        Assert.Single(_embeddings.Texts);
        _embeddings.Embedding = _ => { };
        readiness.IsReading = false;
        await _time.PassAsync(Pause);
        await _embeddings.UntilAsync(3);
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WhatAQuestionLackedComesFirst()
    {
        await using var services = Services();
        await ReadAsync(services);
        var embedded = services.GetRequiredService<EmbeddedUnits>();
        Assert.True(embedded.Load());
        var hills = services.GetRequiredService<IPassageReader>().Read("hills.md");
        Assert.Null(await embedded.OfAsync("Which hills?", hills, TestContext.Current.CancellationToken));
        using var worker = await StartAsync(services);
        await _time.PassAsync(LoadAfter);
        await _embeddings.UntilAsync(3);
        Assert.Equal("Hills: Hills are green.", _embeddings.Texts[0]);
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WhereTheyCanNotBeMadeItIsToldAndTriedAgain()
    {
        var problems = new Queue<Exception>([new IOException("the disk is full")]);
        _embeddings.Embedding = _ =>
        {
            if (problems.TryDequeue(out var problem))
            {
                throw problem;
            }
        };
        await using var services = Services();
        await ReadAsync(services);
        using var worker = await StartAsync(services);
        await _time.PassAsync(LoadAfter);
        await _time.PassAsync(TryAgainAfter);
        await _embeddings.UntilAsync(3);
        Assert.Equal(
            ["Warning: Embeddings can't be made or stored (the disk is full); ranking by words alone, and retrying in 60 s"],
            _log.Messages.Take(1)
        );
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    private async Task PassPausesAsync()
    {
        for (var i = 0; i < 5; i++)
        {
            await _time.PassAsync(Pause);
        }
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions();
        services.Configure<KnowledgeOptions>(options => options.Path = _knowledge.Path);
        services.AddSingleton<TimeProvider>(_time).AddSingleton<ILogger<EmbeddingWorker>>(_log);
        services
            .AddKnowledge()
            .AddRetrieval(provider => IndexFolder.Open(_data.Path, "1", provider.GetRequiredService<ILogger<LucenePassageIndex>>()))
            .AddAnswers()
            .AddEmbeddings(_embeddings.Model(), _ => _data.Path, TimeSpan.Zero);
        return services.BuildServiceProvider();
    }

    private static async Task ReadAsync(ServiceProvider services) =>
        services.GetRequiredService<KnowledgeIndexer>().Index(TestContext.Current.CancellationToken);

    private static async Task<EmbeddingWorker> StartAsync(ServiceProvider services)
    {
        var worker = services.GetServices<IHostedService>().OfType<EmbeddingWorker>().Single();
        await worker.StartAsync(TestContext.Current.CancellationToken);
        return worker;
    }

    /// <summary>What was embedded last is kept a moment later.</summary>
    private static async Task StoredAsync(ServiceProvider services)
    {
        var embedded = services.GetRequiredService<EmbeddedUnits>();
        var passages = services.GetRequiredService<IPassageReader>();
        var documents = services.GetRequiredService<KnowledgeCatalog>().Documents;
        while (embedded.Missing([.. documents.SelectMany(document => passages.Read(document.Path))]).Count > 0)
        {
            await Task.Yield();
        }
    }
}
