using System.Text;
using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Benchmarks;

/// <summary>
/// What the questions of somebody who means harm cost, one at a time and warm, over the shipped folder and articles that
/// mean harm too: the processor time of each, the collector's and the compiler's with it.
/// </summary>
internal static class HostileMeasurement
{
    private const int Seed = 1;
    private const int WarmUp = 1_000;
    private const int Questions = 20_000;
    private const int Sentences = 2_000;
    private const int SentencesOfArticle = 20;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("briefbot-hostile").FullName;
        try
        {
            await MeasureAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder)
    {
        var real = QuestionsFile
            .Read(Checkout.Path("tests/BriefBot.Tests/Answers/shipped-questions.jsonl"))
            .Select(question => question.Question)
            .ToArray();
        var hostile = new HostileText(Seed, real);
        WriteArticles(folder, hostile);
        await using var services = Services(folder);
        services.GetRequiredService<KnowledgeIndexer>().Index(CancellationToken.None);
        var answerer = services.GetRequiredService<IAnswerer>();
        var spent = new List<(double Milliseconds, string Question)>();
        for (var i = 0; i < WarmUp + Questions; i++)
        {
            var question = MessageText.Clean(hostile.Question());
            var before = Environment.CpuUsage.TotalTime;
            await answerer.AnswerAsync(question, [], CancellationToken.None);
            if (i >= WarmUp)
            {
                spent.Add(((Environment.CpuUsage.TotalTime - before).TotalMilliseconds, question));
            }
        }

        spent.Sort();
        Console.WriteLine(
            $"{Questions} hostile questions, processor time: p50 {At(spent, 0.5):F1} ms, p99 {At(spent, 0.99):F1} ms, p99.9 {At(spent, 0.999):F1} "
                + $"ms, largest {spent[^1].Milliseconds:F1} ms"
        );
        foreach (var (milliseconds, question) in spent.TakeLast(3))
        {
            Console.WriteLine($"  {milliseconds:F1} ms: {question.Length} characters, {question[..Math.Min(question.Length, 100)]}");
        }
    }

    private static void WriteArticles(string folder, HostileText hostile)
    {
        foreach (var file in Directory.GetFiles(Checkout.Path("knowledge"), "*.md"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        for (var i = 0; i < Sentences / SentencesOfArticle; i++)
        {
            var text = string.Join(
                "\n\n",
                Enumerable.Range(0, SentencesOfArticle).Select(_ => hostile.Sentence().Replace("\0", "", StringComparison.Ordinal))
            );
            File.WriteAllBytes(Path.Combine(folder, $"hostile-{i:D3}.txt"), Encoding.UTF8.GetBytes(text));
        }
    }

    private static double At(List<(double Milliseconds, string Question)> sorted, double share) =>
        sorted[(int)(sorted.Count * share)].Milliseconds;

    private static ServiceProvider Services(string knowledge)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions();
        services.Configure<KnowledgeOptions>(options => options.Path = knowledge);
        services.AddKnowledge().AddRetrieval(_ => IndexFolder.InMemory()).AddAnswers();
        return services.BuildServiceProvider();
    }
}
