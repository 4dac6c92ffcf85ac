using System.Text.Json;
using System.Text.RegularExpressions;
using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Generation;
using BriefBot.Answers.Language;
using BriefBot.Answers.Verification;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tuning;

/// <summary>
/// Plays a model's recorded replies back, and measures what is posted of them beside the model alone. A line of replies has the question's
/// <c>id</c> and either its
/// <c>reply</c>, whose passages are found by its quotations, or <c>noAnswer</c>, or <c>sentences</c> with the beginnings of the passages
/// that each cites.
/// </summary>
internal static partial class Replay
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    /// <param name="questions">The questions; those with a <c>folder</c> are asked of <paramref
    /// name="knowledge"/>/folder/knowledge.</param>
    /// <param name="replies">The replies.</param>
    /// <param name="knowledge">The folder of articles, or of folders.</param>
    /// <param name="embeddings">The model of embeddings, or null for words alone.</param>
    /// <param name="isVerified">Whether a verifier is asked, which says yes to everything; else the rules decide alone.</param>
    public static async Task PrintAsync(string questions, string replies, string knowledge, EmbeddingModel? embeddings, bool isVerified)
    {
        var written = File.ReadLines(replies)
            .Select(line => JsonSerializer.Deserialize<Written>(line, Json)!)
            .ToDictionary(reply => reply.Id);
        var asked = QuestionsFile
            .Read(questions)
            .Zip(File.ReadLines(questions).Select(line => JsonSerializer.Deserialize<Place>(line, Json)!.Folder));
        var sentences = new List<CheckedDraft>();
        var results = new List<(EvaluationQuestion Question, bool IsFirst, bool IsAlone, bool IsLast, bool IsTold, Answer Last)>();
        foreach (var folder in asked.GroupBy(one => one.Second))
        {
            await using var provider = await OpenAsync(
                folder.Key is null ? knowledge : Path.Combine(knowledge, folder.Key, "knowledge"),
                embeddings,
                isVerified
            );
            foreach (var (question, _) in folder)
            {
                var reply = written[question.Id!];
                var model = provider.GetRequiredService<RecordedModel>();
                model.Reply = reply;
                var earlier = await EvaluationRun.AskAllAsync(
                    provider.GetRequiredService<IAnswerer>(),
                    question.Earlier,
                    CancellationToken.None
                );
                var first = await provider.GetRequiredService<IAnswerer>().AnswerAsync(question.Question, earlier, CancellationToken.None);
                var last = await provider
                    .GetRequiredService<IAnswerRefiner>()
                    .RefineAsync(question.Question, earlier, "", first, begun: null, CancellationToken.None);
                var alone = question.Answerable && !reply.IsNoAnswer && AnswerMatch.IsRight(question, reply.Text);
                sentences.AddRange(model.Sentences.Select(provider.GetRequiredService<GroundingCheck>().Check));
                results.Add((question, IsRight(question, first), alone, IsRight(question, last), last is Answer.Grounded, last));
                if (alone && !IsRight(question, last))
                {
                    Console.WriteLine(
                        $"{question.Question}\n    {last.Model!.Outcome} {string.Join(' ', last.Model.Dropped)}: {reply.Text.ReplaceLineEndings(" / ")}"
                    );
                }
            }
        }

        var (answerable, others) = (
            results.Where(one => one.Question.Answerable).ToArray(),
            results.Where(one => !one.Question.Answerable).ToArray()
        );
        string Share<T>(T[] of, Func<T, bool> counts) => $"{100.0 * of.Count(counts) / Math.Max(of.Length, 1):F1} %";
        Console.WriteLine(
            $"right: without a model {Share(answerable, one => one.IsFirst)}, the model alone {Share(answerable, one => one.IsAlone)}, "
                + $"posted {Share(answerable, one => one.IsLast)}; told without an answer {Share(others, one => one.IsTold)}"
        );
        Console.WriteLine(
            string.Join(", ", results.GroupBy(one => one.Last.Model?.Outcome).Select(outcome => $"{outcome.Key} {outcome.Count()}"))
        );
        var dropped = sentences.Where(sentence => sentence.Problem is not null).ToArray();
        Console.WriteLine(
            string.Join(
                '\n',
                dropped.Select(sentence => $"    {sentence.Problem}: {sentence.Draft.Text} [{string.Join("; ", sentence.Draft.Proofs)}]")
            )
        );
        var share = Share([.. sentences], sentence => sentence.Problem is not null);
        Console.WriteLine(
            $"of {sentences.Count} sentences {dropped.Length} hold a figure, name or denial that is not found ({share}), "
                + $"and {sentences.Count(sentence => sentence.Unproven is not null)} are not proven by the rules alone"
        );
        Console.WriteLine(
            "dropped: "
                + string.Join(
                    ", ",
                    results
                        .SelectMany(one => one.Last.Model?.Dropped ?? new Dictionary<string, int>())
                        .GroupBy(one => one.Key)
                        .Select(reason => $"{reason.Key} {reason.Sum(one => one.Value)}")
                )
        );
    }

    private static bool IsRight(EvaluationQuestion question, Answer answer) =>
        answer is Answer.Grounded grounded && question.Answerable && AnswerMatch.IsRight(question, EvaluatedQuestion.Shown(grounded));

    private static async Task<ServiceProvider> OpenAsync(string folder, EmbeddingModel? embeddings, bool isVerified)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions().AddSingleton(TimeProvider.System).Configure<KnowledgeOptions>(options => options.Path = folder);
        services.AddKnowledge().AddRetrieval(_ => IndexFolder.InMemory()).AddAnswers();
        services.AddSingleton<RecordedModel>().AddSingleton<IAnswerRefiner, AnswerRefiner>();
        services.AddSingleton<IAnswerGenerator>(provider => provider.GetRequiredService<RecordedModel>());
        if (isVerified)
        {
            services.AddSingleton<ISentenceVerifier, YesVerifier>();
        }

        if (embeddings is not null)
        {
            services.AddEmbeddings(embeddings, _ => "", Timeout.InfiniteTimeSpan);
        }

        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<KnowledgeIndexer>().Index(CancellationToken.None);
        return provider;
    }

    [GeneratedRegex("""\[[0-9]+: "(?<quote>[^"]*)"\]""")]
    private static partial Regex Proof();

    private sealed record Place(string? Folder);

    private sealed record WrittenSentence(string Text, string[] Cites);

    private sealed record Written(string Id, bool NoAnswer, string? Reply, WrittenSentence[]? Sentences)
    {
        public bool IsNoAnswer => NoAnswer || Reply is "NO ANSWER";

        /// <summary>What it says, without its proofs.</summary>
        public string Text =>
            Reply is null ? string.Join('\n', (Sentences ?? []).Select(sentence => sentence.Text)) : Proof().Replace(Reply, "");

        /// <summary>The reply with the numbers that the passages have now; 0 for one that is not among them.</summary>
        public string Numbered(IReadOnlyList<PassageSentences> passages)
        {
            int Number(string words) =>
                1
                + passages
                    .Index()
                    .FirstOrDefault(
                        one =>
                            Fold(string.Join(' ', one.Item.Passage.Blocks.Select(block => block.Text)))
                                .Contains(Fold(words), StringComparison.Ordinal),
                        (-1, null!)
                    )
                    .Index;
            return IsNoAnswer ? "NO ANSWER"
                : Reply is not null
                    ? Proof().Replace(Reply, proof => $"[{Number(proof.Groups["quote"].Value)}: \"{proof.Groups["quote"].Value}\"]")
                : string.Join(
                    '\n',
                    (Sentences ?? []).Select(sentence =>
                        $"{sentence.Text} {string.Concat(sentence.Cites.Select(cite => $"[{Number(cite)}]"))}"
                    )
                );
        }

        private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    private sealed class YesVerifier : ISentenceVerifier
    {
        public Task<VerificationResult> VerifyAsync(
            IReadOnlyList<CheckedDraft> sentences,
            string author,
            CancellationToken cancellationToken
        ) => Task.FromResult(new VerificationResult(ModelOutcome.Answered, [.. sentences.Select(_ => (bool?)true)]));
    }

    private sealed class RecordedModel : IAnswerGenerator
    {
        public Written? Reply { get; set; }

        public IReadOnlyList<DraftSentence> Sentences { get; private set; } = [];

        public Task<GenerationResult> GenerateAsync(GenerationRequest asked, CancellationToken cancellationToken)
        {
            var (isNoAnswer, sentences) = ModelReply.Read(Reply!.Numbered(asked.Passages), asked.Passages);
            Sentences = isNoAnswer ? [] : sentences;
            return Task.FromResult(
                new GenerationResult(sentences) { Outcome = isNoAnswer ? ModelOutcome.NoAnswer : ModelOutcome.Answered }
            );
        }
    }
}
