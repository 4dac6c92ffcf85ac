using System.ClientModel;
using System.ComponentModel;
using System.Globalization;
using BriefBot.Answers;
using BriefBot.Knowledge;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace BriefBot.Service.Answers;

/// <summary>Has a model write an answer, through Semantic Kernel: it is given passages, may search for more, and writes sentences that cite them.</summary>
internal sealed class KernelComposer : IComposer, IDisposable
{
    /// <summary>The name under which the model may search the articles.</summary>
    private const string SearchPlugin = "articles";

    private const string SearchFunction = "search";

    /// <summary>Of the question and of each one before it the model sees so many characters.</summary>
    private const int MaxQuestion = 2_000;

    private const int MaxEarlier = 300;
    private const int MostEarlier = 4;

    private readonly ModelOptions _options;
    private readonly ModelPrompt _prompt;
    private readonly int _maxSentences;
    private readonly Kernel _kernel;
    private readonly SemaphoreSlim _slots;
    private readonly TimeProvider _time;
    private readonly ILogger<KernelComposer> _logger;
    private volatile bool _hasTools;

    /// <exception cref="InvalidDataException">The operator's prompt can't be used.</exception>
    public KernelComposer(IOptions<AnswersOptions> options, TokenBudget budget, TimeProvider time, ILogger<KernelComposer> logger)
    {
        (_options, _maxSentences, _time, _logger) = (options.Value.Model, options.Value.MaxSentences, time, logger);
        _prompt = ModelPrompt.Read(_options.PromptsPath);
        _hasTools = _options.MaxSearches > 0;
        _slots = new SemaphoreSlim(_options.MaxConcurrent);
        _kernel = ModelClient.Kernel(_options, time);
        _kernel.PromptRenderFilters.Add(new Redaction());
        _kernel.FunctionInvocationFilters.Add(new Metering(budget, _options.MaxReplyTokens));
        _kernel.AutoFunctionInvocationFilters.Add(new SearchRounds(_options.MaxSearches));
    }

    public Composer Name => Composer.Model;

    public async Task<Composition> ComposeAsync(Composing asked, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await _slots.WaitAsync(ends.Token);
            try
            {
                return await AskAsync(asked, ends.Token);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return Without(late.IsCancellationRequested ? ModelOutcome.TimedOut : Outcome(e), e);
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<Composition> AskAsync(Composing asked, CancellationToken cancellationToken)
    {
        var given = new GivenPassages(_options.MaxPromptTokens);
        var arguments = new Dictionary<string, object?>
        {
            [PromptArguments.Passages] = given.Give(asked.Passages, _options.MaxPassages),
            [PromptArguments.Question] = GivenPassages.OneLine(ShortText.Of(asked.Question, MaxQuestion)),
            [PromptArguments.Earlier] = Earlier(asked.Earlier),
            [PromptArguments.Unproven] = Unproven(asked.Unproven),
            [PromptArguments.Sentences] = _maxSentences.ToString(CultureInfo.InvariantCulture),
            [Metering.Author] = asked.Author,
        };
        var reply = await AskAsync(arguments, asked, given, cancellationToken);
        var (isNoAnswer, sentences) = ModelReply.Read(reply, given.All);
        return new Composition(isNoAnswer ? [] : sentences)
        {
            // A reply of nothing is no statement about the passages.
            Outcome = isNoAnswer ? ModelOutcome.NoAnswer : sentences.Count == 0 ? ModelOutcome.Unavailable : ModelOutcome.Answered,
            PromptVersion = _prompt.Version,
        };
    }

    private async Task<string> AskAsync(Dictionary<string, object?> arguments, Composing asked, GivenPassages given, CancellationToken cancellationToken)
    {
        try
        {
            return await InvokeAsync(arguments, asked, given, _hasTools, cancellationToken);
        }
        catch (Exception e) when (_hasTools && Status(e) is 400 or 404 or 422 or 501)
        {
            var reply = await InvokeAsync(arguments, asked, given, hasTools: false, cancellationToken);
            // It was the tools, and not the model's name or the key.
            _hasTools = false;
            Log.NoTools(_logger, Status(e));
            return reply;
        }
    }

    private async Task<string> InvokeAsync(Dictionary<string, object?> arguments, Composing asked, GivenPassages given, bool hasTools, CancellationToken cancellationToken)
    {
        var kernel = _kernel.Clone();
        if (hasTools)
        {
            kernel.Plugins.AddFromFunctions(SearchPlugin, [Search(asked, given)]);
        }

        var settings = new OpenAIPromptExecutionSettings
        {
            Temperature = 0,
            MaxTokens = _options.MaxReplyTokens,
            FunctionChoiceBehavior = hasTools ? FunctionChoiceBehavior.Auto() : null,
        };
        var function = KernelFunctionFactory.CreateFromPrompt(_prompt.Text, settings, Metering.Function);
        var result = await kernel.InvokeAsync(
            function, new KernelArguments(arguments, new Dictionary<string, PromptExecutionSettings> { [PromptExecutionSettings.DefaultServiceId] = settings }), cancellationToken);
        return result.GetValue<ChatMessageContent>() is { } said && said.Role == AuthorRole.Assistant ? said.Content ?? "" : "";
    }

    private KernelFunction Search(Composing asked, GivenPassages given) => KernelFunctionFactory.CreateFromMethod(
        async ([Description("A few words that may stand in the articles")] string words, CancellationToken cancellationToken) =>
            given.Give(await asked.Search(ShortText.Of(GivenPassages.OneLine(words), MaxEarlier), cancellationToken), _options.MaxPassages) is { Length: > 0 } found
                ? found : "Nothing else was found.",
        SearchFunction,
        "Searches the articles for further passages, and gives them with their numbers.");

    private static string Earlier(IReadOnlyList<string> earlier) => earlier.Count == 0
        ? ""
        : "Questions before it, oldest first, one a line:\n"
            + string.Join('\n', earlier.TakeLast(MostEarlier).Select(question => ShortText.Of(GivenPassages.OneLine(question), MaxEarlier)));

    private static string Unproven(IReadOnlyList<UnprovenSentence> unproven) => unproven.Count == 0
        ? ""
        : "You answered this before. These sentences were not proven by the passages that they cite; in brackets what differs:\n"
            + string.Join('\n', unproven.Select(one => $"{GivenPassages.OneLine(ShortText.Of(one.Text, MaxEarlier))} ({one.Problem})"))
            + "\nAnswer again, closer to the words of the passages; if they do not answer, write NO ANSWER.";

    private Composition Without(ModelOutcome outcome, Exception problem)
    {
        // The message of an exception may hold what was asked, and part of a key.
        Log.ModelFailed(_logger, outcome, problem.GetBaseException().GetType().Name, Status(problem));
        return new Composition([]) { Outcome = outcome, PromptVersion = _prompt.Version };
    }

    private static ModelOutcome Outcome(Exception e) => e is OverBudgetException || e.InnerException is OverBudgetException ? ModelOutcome.OverBudget
        : Status(e) == 429 ? ModelOutcome.RateLimited
        : ModelOutcome.Unavailable;

    private static int? Status(Exception e) => e switch
    {
        HttpOperationException { StatusCode: { } status } => (int)status,
        ClientResultException result => result.Status,
        { InnerException: { } inner } => Status(inner),
        _ => null,
    };
}
