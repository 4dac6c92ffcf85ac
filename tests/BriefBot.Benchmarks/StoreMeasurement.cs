using System.Diagnostics;
using System.Globalization;
using BriefBot.Chat.Memory;
using BriefBot.Service.Chat.Memory;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefBot.Benchmarks;

/// <summary>
/// Measures the cost of the store: a question over HTTP and resident memory with and without it, opening it with a million answers, and the
/// report of a hundred thousand unanswered questions.
/// </summary>
internal static class StoreMeasurement
{
    private const int Rounds = 5;
    private const int Questions = 300;
    private const int Answers = 1_000_000;
    private const int Unanswered = 100_000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("briefbot-store");
        var (without, with) = (new List<(double Milliseconds, long Memory)>(), new List<(double Milliseconds, long Memory)>());
        for (var round = 0; round < Rounds; round++)
        {
            without.Add(await AskAsync(Path.Combine(folder.FullName, $"without{round}"), "Memory__Enabled=false"));
            with.Add(await AskAsync(Path.Combine(folder.FullName, $"with{round}"), "Memory__Enabled=true"));
        }

        Report("without the store", without);
        Report("with the store", with);
        Console.WriteLine(
            $"ratio of the medians: {Median(with.Select(one => one.Milliseconds)) / Median(without.Select(one => one.Milliseconds)):F2}"
        );
        Open(Directory.CreateDirectory(Path.Combine(folder.FullName, "large")).FullName);
        Group();
        folder.Delete(recursive: true);
    }

    private static async Task<(double Milliseconds, long Memory)> AskAsync(string data, string setting)
    {
        await using var service = RunningService.Start(
            Checkout.Path("knowledge"),
            data,
            settings: ["Retrieval__Embeddings=false", "Chat__AuthorPerMinute=1000000", "Chat__ChannelPerMinute=1000000", setting]
        );
        await service.UntilReadyAsync();
        for (var i = 0; i < 50; i++)
        {
            await service.AskAsync("How high are the tariffs on India in total?");
        }

        var times = new List<double>();
        for (var i = 0; i < Questions; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await service.AskAsync(
                string.Create(CultureInfo.InvariantCulture, $"How high are the tariffs on India in the year {1_800 + i}?")
            );
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return (Median(times), service.Memory);
    }

    private static void Open(string data)
    {
        var database = new SqliteDatabase(data);
        using (var connection = database.Open())
        {
            using var transaction = connection.BeginTransaction();
            var content = new byte[300];
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
            using var command = MemoryCommand.Create(
                connection,
                "INSERT INTO answers (id, at, network, author, question, outcome, content) VALUES (@a, @b, 'web', 'a', 'Where is it?', 'grounded', @c)",
                "",
                now,
                content
            );
            for (var i = 0; i < Answers; i++)
            {
                command.Parameters["@a"].Value = i.ToString("x8", CultureInfo.InvariantCulture);
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        var began = Stopwatch.GetTimestamp();
        using (
            var store = new DatabaseAnswerStore(
                database,
                "1.0.0",
                new MemoryOptions(),
                TimeProvider.System,
                NullLogger<DatabaseAnswerStore>.Instance
            )
        )
        {
            store.TryClaim(new MessageKey("web", "", "", "1"));
            Console.WriteLine($"a store of {Answers:N0} answers opens in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
        }
    }

    private static void Group()
    {
        // As people ask: few things, in some hundred wordings.
        string[] things =
        [
            "wifi code",
            "vpn password",
            "parking permit",
            "lunch menu",
            "dental plan",
            "badge",
            "printer",
            "holiday calendar",
        ];
        string[] forms =
        [
            "where is the {0}",
            "how do I get the {0}",
            "{0} please",
            "what about the {0}",
            "who has the {0}",
            "is there a {0}",
        ];
        AskedQuestion[] asked =
        [
            .. Enumerable
                .Range(0, Unanswered)
                .Select(i => new AskedQuestion(
                    i.ToString(CultureInfo.InvariantCulture),
                    DateTimeOffset.UnixEpoch.AddSeconds(i),
                    "web",
                    $"a{i % 500}",
                    string.Format(CultureInfo.InvariantCulture, forms[i % forms.Length], things[i % things.Length])
                        + new string('?', i % 2)
                        + (i % 7 == 0 ? " today" : ""),
                    "not_found",
                    null
                )),
        ];
        var began = Stopwatch.GetTimestamp();
        var report = GapReport.Create(asked, DateTimeOffset.UnixEpoch, LuceneAnalyzers.English, embed: null);
        Console.WriteLine(
            $"{Unanswered:N0} unanswered questions in {report.Gaps.Count} groups by words in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms"
        );
    }

    private static void Report(string what, List<(double Milliseconds, long Memory)> rounds) =>
        Console.WriteLine(
            $"{what}: a question over HTTP, median {Median(rounds.Select(one => one.Milliseconds)):F2} ms of {Rounds} starts; "
                + $"resident {Median(rounds.Select(one => one.Memory / 1e6)):F1} MB after {Questions + 50}"
        );

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
