using System.Diagnostics.Metrics;
using BriefBot.Chat.Gateways;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary>Observes gauges when metrics are collected: the files, the index, the connections.</summary>
internal sealed class StateMeasures : IHostedService, IDisposable
{
    private readonly Meter _meter;

    public StateMeasures(
        IMeterFactory meters,
        KnowledgeCatalog catalog,
        KnowledgeReadiness readiness,
        IEnumerable<IChatGateway> gateways,
        IOptions<DataOptions> data,
        EmbeddingProgress progress,
        IEnumerable<ModelState> models,
        LiveSettings settings,
        TimeProvider time
    )
    {
        _meter = meters.Create(BotMetrics.Meter);
        AddFolder(catalog, progress, new DirectoryInfo(IndexFolder.PathIn(data.Value.Path)), time);
        AddModel(models.FirstOrDefault());
        AddService(readiness, settings);
        AddNetworks([.. gateways]);
    }

    private void AddFolder(KnowledgeCatalog catalog, EmbeddingProgress progress, DirectoryInfo index, TimeProvider time)
    {
        _meter.CreateObservableGauge(
            "briefbot.documents",
            () =>
                catalog
                    .Documents.CountBy(document => document.State)
                    .Select(state => Of(state.Value, "state", state.Key.ToString().ToLowerInvariant())),
            "{file}",
            "Files of the knowledge folder, by briefbot.state."
        );
        _meter.CreateObservableGauge(
            "briefbot.passages",
            () => catalog.Documents.Sum(document => document.PassageCount),
            "{passage}",
            "Passages that can be found."
        );
        _meter.CreateObservableGauge(
            "briefbot.units",
            () => progress.All.Units,
            "{unit}",
            "Units that answers are made of, of the files examined for embeddings."
        );
        _meter.CreateObservableGauge(
            "briefbot.units.embedded",
            () => progress.All.Embedded,
            "{unit}",
            "Those of them that have embeddings."
        );
        _meter.CreateObservableGauge("briefbot.index.size", () => Length(index), "By", "Bytes of the index on disk.");
        _meter.CreateObservableGauge(
            "briefbot.index.age",
            () => Age(catalog, time),
            "s",
            "How long ago the newest file of the index was read."
        );
    }

    private void AddModel(ModelState? model)
    {
        _meter.CreateObservableGauge(
            "briefbot.model.state",
            () => model is null ? [] : ModelState.All.Select(state => Of(model.Name == state ? 1 : 0, "state", state)),
            null,
            "1 for the state that the model is in, by briefbot.state: up, down (the last request failed), out_of_budget."
        );
        _meter.CreateObservableGauge(
            "briefbot.model.budget.used",
            () => model?.UsedShare is { } used ? [new Measurement<double>(used)] : Array.Empty<Measurement<double>>(),
            null,
            "Which part of the day's tokens is used, from 0; only where there is a limit."
        );
    }

    private void AddService(KnowledgeReadiness readiness, LiveSettings settings)
    {
        _meter.CreateObservableGauge(
            "briefbot.build.info",
            () => Of(1, "version", StartReport.Version),
            null,
            "1, with the version as briefbot.version."
        );
        _meter.CreateObservableGauge(
            "briefbot.settings.refused",
            () => settings.AreRefused ? 1 : 0,
            null,
            "1 while the changed settings are invalid and the previous ones stay in effect."
        );
        _meter.CreateObservableGauge("briefbot.ready", () => readiness.IsReady ? 1 : 0, null, "1 where questions can be answered.");
        _meter.CreateObservableGauge(
            "briefbot.degraded",
            () => readiness.Degraded is null ? 0 : 1,
            null,
            "1 where the index can't be brought up to date."
        );
    }

    private void AddNetworks(IChatGateway[] networks)
    {
        _meter.CreateObservableGauge(
            "briefbot.gateway.connected",
            () => networks.Select(network => Of(NetworkHealth.IsConnected(network) ? 1 : 0, "network", network.Network)),
            null,
            "1 where the chat network is connected, by briefbot.network."
        );
        _meter.CreateObservableGauge(
            "briefbot.gateway.latency",
            () =>
                networks
                    .Where(network => network is IConnectionState { Latency: not null })
                    .Select(network => Of(((IConnectionState)network).Latency!.Value.TotalSeconds, "network", network.Network)),
            "s",
            "How long a chat network took to answer the last heartbeat, by briefbot.network."
        );
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();

    private static Measurement<T> Of<T>(T value, string tag, string name)
        where T : struct => new(value, new KeyValuePair<string, object?>("briefbot." + tag, name));

    private static IEnumerable<Measurement<double>> Age(KnowledgeCatalog catalog, TimeProvider time) =>
        catalog.Documents.Max(document => document.ReadAt) is { } last
            ? [new Measurement<double>(Math.Max((time.GetUtcNow() - last).TotalSeconds, 0))]
            : [];

    private static long Length(DirectoryInfo index)
    {
        try
        {
            return index.EnumerateFiles().Sum(file => file.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
