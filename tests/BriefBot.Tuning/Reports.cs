using BriefBot.Answers.Ranking;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Answers.Reports;

namespace BriefBot.Tuning;

/// <summary>Runs checks of whole replies.</summary>
internal static class Reports
{
    /// <param name="folder">Holds <c>checks.jsonl</c> and the folders that it names.</param>
    /// <param name="embeddings">The model of embeddings, or null for words alone.</param>
    public static async Task PrintAsync(string folder, EmbeddingModel? embeddings)
    {
        var results = new List<(string Kind, bool Passes)>();
        foreach (var same in ReplyCheck.ReadAll(Path.Combine(folder, "checks.jsonl")).GroupBy(check => check.Kb))
        {
            await using var service = await FolderService.OpenAsync(Path.Combine(folder, same.Key), RankingModel.Shipped, embeddings);
            foreach (var check in same)
            {
                var reply = await service.ChatAsync([.. check.Earlier ?? [], check.Question]);
                var problem = check.ProblemOf(reply);
                results.Add((check.Kind, problem is null));
                if (problem is not null)
                {
                    Console.WriteLine(
                        $"{check.Kind}: {check.Kb} {check.Question}\n    {problem}; {reply.Outcome}: {reply.Text.ReplaceLineEndings(" / ")}"
                    );
                }
            }
        }

        foreach (var kind in results.GroupBy(result => result.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{kind.Key, -36}{kind.Count(result => result.Passes), 4} of {kind.Count()}");
        }

        Console.WriteLine($"{"all", -36}{results.Count(result => result.Passes), 4} of {results.Count}");
    }
}
