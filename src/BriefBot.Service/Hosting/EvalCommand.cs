using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Knowledge;
using BriefBot.Service.Chat;

namespace BriefBot.Service.Hosting;

/// <summary><c>eval</c>: asks the questions of a file, whose answers are known, and reports.</summary>
internal static class EvalCommand
{
    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string?> settings, string file, EvalOutput output, CancellationToken cancellationToken)
    {
        var questions = Read(file);
        // Another folder is often evaluated than the one that is served: the index of that one stays as it is.
        await using var provider = BotHost.Command(settings, inMemory: true);
        await ProgressBar.ReadFolderAsync(provider.GetRequiredService<KnowledgeIndexer>(), cancellationToken);
        if (provider.GetRequiredService<KnowledgeReadiness>().Problem is not null)
        {
            return ExitCode.Unavailable;
        }

        var report = await AskAllAsync(provider.GetRequiredService<IAnswerer>(), questions, cancellationToken);
        if (output.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(report, EvaluationJson.Default.EvaluationReport));
        }
        else
        {
            EvalTables.Print(TerminalChannel.Open(), report);
        }

        return report.RightShare >= (output.MinRight ?? 0) && report.RefusedShare >= (output.MinRefused ?? 0) ? ExitCode.Done : ExitCode.NotFound;
    }

    private static IReadOnlyList<EvaluationQuestion> Read(string file)
    {
        try
        {
            return QuestionsFile.Read(file);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new StartProblemException(ExitCode.Usage, e.Message, e);
        }
    }

    private static Task<EvaluationReport> AskAllAsync(IAnswerer answerer, IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken) =>
        ProgressBar.ShowAsync("Asking", told => EvaluationRun.RunAsync(answerer, questions, count => told(count, questions.Count), cancellationToken));
}
