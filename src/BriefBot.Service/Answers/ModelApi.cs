using System.ClientModel;
using BriefBot.Answers;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace BriefBot.Service.Answers;

/// <summary>
/// Asks a model through Semantic Kernel, within a time limit, a token budget and a limit of concurrent requests. Safe for concurrent use.
/// </summary>
internal sealed class ModelApi : IModelApi, IDisposable
{
    /// <summary>The name under which a model may search the articles.</summary>
    private const string SearchPlugin = "articles";

    private readonly ModelOptions _options;
    private readonly Kernel _writer;
    private readonly Kernel _verifier;
    private readonly SemaphoreSlim _slots;
    private readonly ModelState _state;
    private readonly TimeProvider _time;
    private readonly ILogger<ModelApi> _logger;
    private readonly Metering _metering;
    private volatile bool _hasTools;
    private volatile bool _streams = true;

    public ModelApi(IOptions<AnswersOptions> options, TokenBudget budget, ModelState state, TimeProvider time, ILogger<ModelApi> logger)
    {
        (_options, _state, _time, _logger) = (options.Value.Model, state, time, logger);
        _metering = new Metering(budget, _options.MaxReplyTokens);
        _hasTools = _options.MaxSearches > 0;
        _slots = new SemaphoreSlim(_options.MaxConcurrent);
        _writer = Open(_options.Name);
        _verifier = _options.VerifyName.Length > 0 ? Open(_options.VerifyName) : _writer;
    }

    /// <inheritdoc/>
    /// <remarks>A failure is logged without its message.</remarks>
    public async Task<ModelResult> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var text = new ModelText();
        try
        {
            await _slots.WaitAsync(ends.Token);
            try
            {
                await AskAsync(request, text, ends.Token);
                _state.Set(ModelOutcome.Answered);
                return new ModelResult(text.Written, ModelOutcome.Answered, text.Tokens.Prompt, text.Tokens.Reply);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The exception's message may hold the question or a part of the key.
            var outcome = late.IsCancellationRequested ? ModelOutcome.TimedOut : Outcome(e);
            _state.Set(outcome);
            Log.ModelFailed(_logger, request.Purpose, outcome, e.GetBaseException().GetType().Name, Status(e), Advice(outcome, Status(e)));
            return new ModelResult(text.Written, outcome, text.Tokens.Prompt, text.Tokens.Reply);
        }
    }

    public void Dispose() => _slots.Dispose();

    private Kernel Open(string name)
    {
        var kernel = ModelClient.Kernel(_options, name, _time);
        kernel.PromptRenderFilters.Add(new Redaction());
        kernel.AutoFunctionInvocationFilters.Add(new SearchRounds(_options.MaxSearches));
        return kernel;
    }

    /// <summary>An API that refuses tools, or streams, is asked without.</summary>
    private async Task AskAsync(ModelRequest request, ModelText text, CancellationToken cancellationToken)
    {
        var (hasTools, streams) = (request.Search is not null && _hasTools, request.Purpose != ModelPurpose.Verify && _streams);
        (bool Tools, bool Streams)[] ways =
        [
            .. new[] { (hasTools, streams), (false, streams), (hasTools, false), (false, false) }.Distinct(),
        ];
        var isStream = true;
        foreach (var (i, way) in ways.Index())
        {
            if (way.Streams && !isStream)
            {
                continue;
            }

            try
            {
                await InvokeAsync(request, way.Tools, way.Streams, text, cancellationToken);
                isStream = !way.Streams || text.HasContent;
                if (isStream || i == ways.Length - 1)
                {
                    // It was the tools or the stream, and not the model's name or the key.
                    (_hasTools, _streams) = (_hasTools && way.Tools == hasTools, _streams && way.Streams == streams);
                    return;
                }
            }
            catch (InvalidOperationException) when (way.Streams && !text.HasContent)
            {
                // The reply was whole.
                isStream = false;
            }
            catch (Exception e) when (i < ways.Length - 1 && Status(e) is 400 or 404 or 422 or 501)
            {
                Log.Refused(_logger, way.Tools, way.Streams, Status(e));
            }
        }
    }

    private async Task InvokeAsync(ModelRequest request, bool hasTools, bool streams, ModelText text, CancellationToken cancellationToken)
    {
        var kernel = (request.Purpose == ModelPurpose.Verify ? _verifier : _writer).Clone();
        if (hasTools && request.Search is { } search)
        {
            kernel.Plugins.AddFromFunctions(SearchPlugin, [search]);
        }

        var settings = new OpenAIPromptExecutionSettings
        {
            Temperature = 0,
            MaxTokens = _options.MaxReplyTokens,
            FunctionChoiceBehavior = hasTools ? FunctionChoiceBehavior.Auto() : null,
        };
        var function = KernelFunctionFactory.CreateFromPrompt(request.Prompt, settings, Metering.NameOf(request.Purpose));
        var byService = new Dictionary<string, PromptExecutionSettings> { [PromptExecutionSettings.DefaultServiceId] = settings };
        var arguments = new KernelArguments(request.Arguments.ToDictionary(), byService);
        text.Begin(kernel);
        await _metering.RunAsync(
            request,
            () => text.Tokens,
            async () =>
            {
                if (!streams)
                {
                    text.Take((await kernel.InvokeAsync(function, arguments, cancellationToken)).GetValue<ChatMessageContent>());
                    return;
                }

                await foreach (var part in kernel.InvokeStreamingAsync<StreamingChatMessageContent>(function, arguments, cancellationToken))
                {
                    text.Take(part);
                    request.Written?.Invoke(text.Written);
                }
            }
        );
    }

    private static ModelOutcome Outcome(Exception e) =>
        e is OverBudgetException || e.InnerException is OverBudgetException ? ModelOutcome.OverBudget
        : Status(e) == 429 ? ModelOutcome.RateLimited
        : ModelOutcome.Unavailable;

    private static string Advice(ModelOutcome outcome, int? status) =>
        (outcome, status) switch
        {
            (ModelOutcome.TimedOut, _) =>
                "It needs longer than Answers:Model:TimeoutSeconds: raise that, take a smaller model, or give it a GPU",
            (_, 401 or 403) => "See Answers:Model:Key",
            (_, 404) => "See Answers:Model:Name, and that Answers:Model:Endpoint ends where the API begins, such as /v1",
            (_, 429) => "The API has had enough for now",
            (_, null) => "See that somebody answers at Answers:Model:Endpoint",
            _ => "The answer without the model stands",
        };

    private static int? Status(Exception e) =>
        e switch
        {
            HttpOperationException { StatusCode: { } status } => (int)status,
            ClientResultException result => result.Status,
            { InnerException: { } inner } => Status(inner),
            _ => null,
        };
}
