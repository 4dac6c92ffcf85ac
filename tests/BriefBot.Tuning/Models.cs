using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tuning;

/// <summary>
/// What the check lets through of two models at the ends of what there is: one that writes all it was given whatever was asked, and one
/// that knows the answer and copies the sentence that holds it.
/// </summary>
internal static class Models
{
    private const int MostSentences = 20;

    public static async Task PrintAsync(string folder, IReadOnlyList<EvaluationQuestion> questions)
    {
        var model = new WritingModel();
        var services = new ServiceCollection();
        services.AddLogging().AddOptions().AddSingleton(TimeProvider.System).Configure<KnowledgeOptions>(options => options.Path = folder);
        services.AddKnowledge().AddRetrieval(_ => IndexFolder.InMemory()).AddAnswers().AddSingleton<IComposer>(model).AddSingleton<IModelAnswerer, ModelAnswerer>();
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<KnowledgeIndexer>().IndexAsync(CancellationToken.None);
        var (answerer, checkedModel) = (provider.GetRequiredService<IAnswerer>(), provider.GetRequiredService<IModelAnswerer>());
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            var first = await answerer.AnswerAsync(question.Question, [], CancellationToken.None);
            async Task CountAsync(string name, Func<string, bool> writes)
            {
                model.Writes = writes;
                var last = await checkedModel.AnswerAsync(question.Question, [], "", first, CancellationToken.None);
                Add($"{name}, {(question.Answerable ? "answerable" : "unanswerable")}, {(first is Answer.Grounded ? "answered" : "refused")}: {Became(question, first, last)}");
            }

            await CountAsync("writes all", _ => true);
            if (question.Answerable)
            {
                await CountAsync("knows", sentence => AnswerMatch.Holds(sentence, question.Answers));
            }
        }

        foreach (var (what, count) in counts)
        {
            Console.WriteLine($"{count,6}  {what}");
        }

        void Add(string what) => counts[what] = counts.GetValueOrDefault(what) + 1;
    }

    private static string Became(EvaluationQuestion question, Answer first, Answer last) =>
        (last is Answer.Grounded { Composer: Composer.Model } ? "the model's stands" : "stays")
        + (question.Answerable ? $", {(IsRight(question, first) ? "right" : "not right")} before, {(IsRight(question, last) ? "right" : "not right")} now" : "");

    private static bool IsRight(EvaluationQuestion question, Answer answer) =>
        answer is Answer.Grounded grounded && grounded.Sentences.Any(sentence => AnswerMatch.Holds(sentence.Text, question.Answers));

    private sealed class WritingModel : IComposer
    {
        public Composer Name => Composer.Model;

        public Func<string, bool> Writes { get; set; } = _ => true;

        public Task<Composition> ComposeAsync(Composing asked, CancellationToken cancellationToken) => Task.FromResult(new Composition(
        [
            .. asked.Passages.SelectMany(
                passage => passage.Sentences.Where(sentence => Writes(sentence.Text)).Select(sentence => new ComposedSentence(sentence.Text, []) { Cited = [passage] }))
                .Take(MostSentences),
        ]));
    }
}
