#if DISCORDNET
using System.Diagnostics;
using System.Globalization;
using BriefBot.Answers.Evaluation;
using BriefBot.DiscordNet.Tests;
using BriefBot.Service.Hosting;
using Microsoft.Extensions.DependencyInjection;
using BriefBot.Tests.Fakes;

namespace BriefBot.Benchmarks;

/// <summary>
/// What a question in Discord costs, over a scripted one on loopback and the shipped folder: from the event to the reply's
/// request, one question at a time; then three hundred commands at once over thirty channels.
/// </summary>
internal static class DiscordMeasurement
{
    private const int Questions = 1_000;
    private const int WarmUp = 50;
    private const int Commands = 300;
    private const int Channels = 30;

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("briefbot-discord").FullName;
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var service = BotHost.Service(
            new Dictionary<string, string?>
            {
                ["Knowledge:Path"] = Checkout.Path("knowledge"),
                ["Data:Path"] = data,
                ["Urls"] = "http://127.0.0.1:0",
                ["Logging:LogLevel:Default"] = "Warning",
                ["Discord:Token"] = ScriptedDiscord.Token,
                ["Discord:ApiUrl"] = discord.ApiUrl,
                ["Discord:GatewayUrl"] = discord.GatewayUrl,
                ["Chat:AuthorPerMinute"] = "1000000",
                ["Chat:ChannelPerMinute"] = "1000000",
                ["Chat:MaxWaitingQuestions"] = "1000",
            }
        );
        await service.StartAsync();
        await service.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<BotWorker>().Single().HasRead;
        await discord.UntilAsync(request => request is { Method: "GET", Path: "applications/1/commands" });
        string[] questions =
        [
            .. QuestionsFile
                .Read(Checkout.Path("tests/BriefBot.Tests/Answers/shipped-questions.jsonl"))
                .Select(question => question.Question),
        ];
        await AskOneAtATimeAsync(discord, questions);
        await AskAtOnceAsync(discord, questions);
        await service.StopAsync();
        await service.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private static async Task AskOneAtATimeAsync(ScriptedDiscord discord, string[] questions)
    {
        var times = new List<double>();
        for (var i = 0; i < WarmUp + Questions; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await discord.SaysAsync($"{10 + i}", $"<@1> {questions[i % questions.Length]}");
            await discord.PostedAsync(i + 1);
            if (i >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Questions} questions one at a time, event to reply: p50 {times[Questions / 2]:F1} ms, p99 {times[Questions * 99 / 100]:F1} ms, longest {times[^1]:F1} ms"
            )
        );
    }

    private static async Task AskAtOnceAsync(ScriptedDiscord discord, string[] questions)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Commands; i++)
        {
            await discord.CommandAsync($"{5_000 + i}", "ask", $"{200 + (i % Channels)}", ("question", questions[i % questions.Length], 3));
        }

        await discord.UntilAsync(request => request.Path.StartsWith("interactions/", StringComparison.Ordinal), Commands);
        var acknowledged = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var deferred = discord.Requests.Count(request =>
            request.Path.StartsWith("interactions/", StringComparison.Ordinal) && request.Body!["type"]!.GetValue<int>() == 5
        );
        if (deferred > 0)
        {
            await discord.UntilAsync(
                request => request.Method == "PATCH" && request.Path.StartsWith("webhooks/", StringComparison.Ordinal),
                deferred
            );
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Commands} commands at once over {Channels} channels: all acknowledged after {acknowledged:F0} ms, {deferred} of them deferred, all answered after "
                    + $"{Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms"
            )
        );
    }
}
#endif
