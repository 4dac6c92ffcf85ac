using System.Globalization;
using System.Text.Json;
using BriefBot.Knowledge;
using BriefBot.Service.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefBot.Tests.Fakes;

/// <summary>
/// Kills the service again and again, at random moments of its start and while its folder changes, and looks what each start
/// makes of what was left: it must have every file as it is, once, and nothing else.
/// </summary>
internal sealed class KillingRun(string folder, int seed)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(1.2);

    private readonly Random _random = new(seed);
    private readonly List<string> _defects = [];
    private readonly string _knowledge = Directory.CreateDirectory(Path.Combine(folder, "knowledge")).FullName;
    private readonly string _data = Path.Combine(folder, "data");

    /// <summary>What was wrong after any of <paramref name="kills"/> kills; nothing, one hopes.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(int kills)
    {
        var changing = new ChangingFolder(_knowledge, seed);
        for (var kill = 1; kill <= kills; kill++)
        {
            await using (var service = RunningService.Start(_knowledge, _data))
            {
                if (kill % 2 == 0)
                {
                    // While it serves what it has read, and reads what changes.
                    await CheckAsync(service, changing, kill);
                }

                await ChangeAsync(changing, LongestLife * _random.NextDouble());
            }

            CheckIndex(kill);
        }

        await using var last = RunningService.Start(_knowledge, _data);
        await CheckAsync(last, changing, kills + 1);
        return _defects;
    }

    private static async Task ChangeAsync(ChangingFolder changing, TimeSpan time)
    {
        using var over = new CancellationTokenSource(time);
        while (!over.IsCancellationRequested)
        {
            changing.Change();
            await Task.Yield();
        }
    }

    private async Task CheckAsync(RunningService service, ChangingFolder changing, int kill)
    {
        await RunningService.UntilAsync(async () => await service.Http.GetStringAsync("/health/ready") == "ready");
        var expected = changing
            .Hashes()
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => $"{file.Key} {file.Value}")
            .ToArray();
        var documents = JsonDocument.Parse(await service.Http.GetStringAsync("/api/documents")).RootElement.EnumerateArray();
        var told = documents
            .Select(document => $"{document.GetProperty("path").GetString()} {document.GetProperty("hash").GetString()}")
            .ToArray();
        _defects.AddRange(expected.Except(told).Select(file => Told(kill, $"lost: {file}")));
        _defects.AddRange(told.Except(expected).Select(file => Told(kill, $"not in the folder: {file}")));
    }

    /// <summary>Every article is there whole, once, and of one version.</summary>
    private void CheckIndex(int kill)
    {
        var settings = new KnowledgeOptions();
        using var index = IndexFolder.Open(
            _data,
            $"{settings.Limits.MinPassageWords}-{settings.Limits.MaxPassageWords}",
            NullLogger.Instance
        );
        if (index.IsForeign || Directory.Exists(Path.Combine(_data, "index-damaged")))
        {
            _defects.Add(Told(kill, "the index was not left whole"));
        }

        foreach (var article in index.ListArticles())
        {
            var passages = index.Read(article.Path);
            if (
                passages.Count != article.PassageCount
                || passages.Any(passage => passage.Hash != article.Hash)
                || !passages.Select(passage => passage.Ordinal).SequenceEqual(Enumerable.Range(0, passages.Count))
            )
            {
                _defects.Add(
                    Told(kill, $"{article.Path} has {passages.Count} passages instead of {article.PassageCount}, or of another version")
                );
            }
        }
    }

    private static string Told(int kill, string defect) => string.Create(CultureInfo.InvariantCulture, $"kill {kill}: {defect}");
}
