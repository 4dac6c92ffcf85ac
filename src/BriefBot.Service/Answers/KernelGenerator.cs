using System.ComponentModel;
using System.Globalization;
using BriefBot.Answers;
using BriefBot.Answers.Generation;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Checking;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace BriefBot.Service.Answers;

/// <summary>Has a model write an answer: it is given passages, may search for more, and writes sentences that cite them.</summary>
/// <param name="api">The model's.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="options">Limits of the prompt and the reply.</param>
/// <param name="time">Says which day it is.</param>
internal sealed class KernelGenerator(IModelApi api, ModelPrompts prompts, IOptions<AnswersOptions> options, TimeProvider time)
    : IAnswerGenerator
{
    private const string SearchFunction = "search";

    /// <summary>Maximum number of characters given to the model of the question, and of each earlier question and its answer.</summary>
    private const int MaxQuestion = 2_000;

    private const int MaxEarlier = 300;
    private const int MostEarlier = 4;

    private readonly ModelOptions _options = options.Value.Model;
    private readonly int _maxSentences = options.Value.MaxSentences;

    public async Task<GenerationResult> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        var given = new GivenPassages(_options.MaxPromptTokens);
        var arguments = new Dictionary<string, object?>
        {
            [PromptArguments.Passages] = given.Give(request.Passages, GenerationRequest.MaxPassages),
            [PromptArguments.Question] = PassageText.OneLine(ShortText.Shorten(request.Question, MaxQuestion)),
            [PromptArguments.Earlier] = Earlier(request.Earlier),
            [PromptArguments.Unproven] = Unproven(request.Unproven),
            [PromptArguments.Today] = time.GetLocalNow().ToString("dddd, yyyy-MM-dd", CultureInfo.InvariantCulture),
            [PromptArguments.Sentences] = _maxSentences.ToString(CultureInfo.InvariantCulture),
        };
        var purpose = request.Unproven.Count > 0 ? ModelPurpose.Repair : ModelPurpose.Write;
        var (reply, outcome, read, written) = await api.AskAsync(
            new ModelRequest(purpose, prompts.Write, arguments, request.Author, Search(request, given), Written(request, given)),
            cancellationToken
        );
        var isWhole = outcome == ModelOutcome.Answered;
        var (isNoAnswer, sentences) = ModelReply.Read(isWhole ? reply : ModelReply.Completed(reply), given.All);
        isNoAnswer &= isWhole;
        return new GenerationResult(isNoAnswer ? [] : sentences)
        {
            // A reply of nothing is no statement about the passages.
            Outcome =
                isNoAnswer ? ModelOutcome.NoAnswer
                : isWhole && sentences.Count == 0 ? ModelOutcome.Unavailable
                : outcome,
            PromptVersion = prompts.Version,
            Tokens = (read, written),
        };
    }

    private static Action<string>? Written(GenerationRequest request, GivenPassages given) =>
        request.Written is { } written
            ? text =>
            {
                if (ModelReply.Finished(text) is { Length: > 0 } finished)
                {
                    written(ModelReply.Read(finished, given.All).Sentences);
                }
            }
            : null;

    private static KernelFunction Search(GenerationRequest request, GivenPassages given) =>
        KernelFunctionFactory.CreateFromMethod(
            async ([Description("A few words that may stand in the articles")] string words, CancellationToken cancellationToken) =>
                given.Give(
                    await request.Search(ShortText.Shorten(PassageText.OneLine(words), MaxEarlier), cancellationToken),
                    GenerationRequest.MaxPassages
                )
                    is { Length: > 0 } found
                    ? found
                    : "Nothing else was found.",
            SearchFunction,
            "Searches the articles for further passages, and gives them with their numbers."
        );

    private static string Earlier(IReadOnlyList<PreviousQuestion> earlier) =>
        earlier.Count == 0
            ? ""
            : "Questions before it and what was answered, oldest first:\n"
                + string.Join(
                    '\n',
                    earlier
                        .TakeLast(MostEarlier)
                        .Select(one => $"Question: {Shown(one.Text)}\nAnswer: {(one.Answer.Length > 0 ? Shown(one.Answer) : "none")}")
                );

    private static string Shown(string text) =>
        ModelCommands.Find(text) is null ? PassageText.OneLine(ShortText.Shorten(text, MaxEarlier)) : Redaction.Instead;

    private static string Unproven(IReadOnlyList<UnprovenSentence> unproven) =>
        unproven.Count == 0
            ? ""
            : "You answered this before. These sentences were not proven by the passages that they cite; in brackets what differs:\n"
                + string.Join(
                    '\n',
                    unproven.Select(one => $"{PassageText.OneLine(ShortText.Shorten(one.Text, MaxEarlier))} ({one.Problem})")
                )
                + "\nAnswer again, closer to the words of the passages; if they do not answer, write NO ANSWER.";
}
