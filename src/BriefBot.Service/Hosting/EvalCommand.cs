using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Verification;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Chat;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary><c>eval</c>: asks the questions of a file, whose answers are known, with a model too if it is told, and reports.</summary>
internal static class EvalCommand
{
    /// <summary>The model that a record is played back as, where none is configured; it is never asked.</summary>
    private static readonly Dictionary<string, string?> Replayed = new()
    {
        ["Answers:Model:Name"] = "replay",
        ["Answers:Model:Endpoint"] = "http://127.0.0.1:9/v1",
    };

    public static async Task<int> RunAsync(
        IReadOnlyDictionary<string, string?> settings,
        string file,
        EvalOutput output,
        CancellationToken cancellationToken
    )
    {
        CheckShare("--min-right", output.MinRight);
        CheckShare("--min-refused", output.MinRefused);
        var questions = Read(() => QuestionsFile.Read(file));
        var record = output.Replay is { } replay ? Read(() => RecordedModel.Read(replay)) : Read(() => RecordedModel.Create(output.Record));
        // Another folder is often evaluated than the one that is served: the index of that one stays as it is.
        await using var provider = BotHost.Command(
            output.Replay is null ? settings : WithModel(settings),
            inMemory: true,
            services => AddModel(services, output, record)
        );
        var model = output.Model || output.Replay is not null || output.Record is not null ? Model(provider) : null;
        await ProgressBar.ReadFolderAsync(provider.GetRequiredService<KnowledgeIndexer>(), cancellationToken);
        if (provider.GetRequiredService<KnowledgeReadiness>().Problem is not null)
        {
            return ExitCode.Unavailable;
        }

        var report = await ProgressBar.ShowAsync(
            "Asking",
            told =>
                EvaluationRun.RunAsync(
                    provider.GetRequiredService<IAnswerer>(),
                    model,
                    questions,
                    count => told(count, questions.Count),
                    cancellationToken
                )
        );
        report = report with
        {
            Model = WithTokens(
                report.Model,
                record.Tokens,
                provider.GetRequiredService<IOptions<AnswersOptions>>().Value.Model.PricePerMillionTokens
            ),
        };
        if (output.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(report, EvaluationJson.Default.EvaluationReport));
        }
        else
        {
            EvalTables.Print(TerminalChannel.Open(), report);
        }

        var judged = report.Model?.Report ?? report;
        string?[] missed =
        [
            judged.RightShare < output.MinRight ? "--min-right" : null,
            judged.RefusedShare < output.MinRefused ? "--min-refused" : null,
        ];
        foreach (var option in missed.OfType<string>())
        {
            await Console.Error.WriteLineAsync($"{option} was not reached.");
        }

        return missed.All(option => option is null) ? ExitCode.Done : ExitCode.NotFound;
    }

    private static void CheckShare(string option, double? share)
    {
        if (share is < 0 or > 1)
        {
            throw new StartProblemException(ExitCode.Usage, $"{option} {share}: must be a share from 0 to 1, such as 0.8.");
        }
    }

    private static Dictionary<string, string?> WithModel(IReadOnlyDictionary<string, string?> settings) =>
        new(settings.Concat(Replayed.Where(setting => !settings.ContainsKey(setting.Key))));

    private static void AddModel(IServiceCollection services, EvalOutput output, RecordedModel record)
    {
        if (output.Replay is not null)
        {
            services.AddSingleton<IModelApi>(new ReplayedApi(record)).AddSingleton<ISentenceVerifier>(new ReplayedVerifier(record));
        }
        else
        {
            services.AddSingleton<IModelApi>(provider => new RecordingApi(ActivatorUtilities.CreateInstance<ModelApi>(provider), record));
            services.AddSingleton<ISentenceVerifier>(provider => new RecordingVerifier(
                ActivatorUtilities.CreateInstance<KernelVerifier>(provider),
                record
            ));
        }
    }

    private static IAnswerRefiner Model(IServiceProvider provider) =>
        provider.GetService<IAnswerRefiner>()
        ?? throw new StartProblemException(
            ExitCode.Usage,
            "No model is configured. Set Answers:Model:Endpoint and Answers:Model:Name, or play a record back with --replay."
        );

    private static ModelReport? WithTokens(ModelReport? model, (int Prompt, int Reply) tokens, double price) =>
        model is null
            ? null
            : model with
            {
                PromptTokens = tokens.Prompt,
                ReplyTokens = tokens.Reply,
                Cost = price > 0 ? (tokens.Prompt + tokens.Reply) * price / 1e6 : null,
            };

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new StartProblemException(ExitCode.Usage, e.Message, e);
        }
    }
}
