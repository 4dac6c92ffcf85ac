using System.ClientModel;
using BriefBot.Answers;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace BriefBot.Service.Answers;

/// <summary>Asks a model through Semantic Kernel, within its time, its budget and so many requests at once. Safe for concurrent use.</summary>
internal sealed class ModelApi : IModelApi, IDisposable
{
    /// <summary>The name under which a model may search the articles.</summary>
    private const string SearchPlugin = "articles";

    private readonly ModelOptions _options;
    private readonly Kernel _writer;
    private readonly Kernel _verifier;
    private readonly SemaphoreSlim _slots;
    private readonly TimeProvider _time;
    private readonly ILogger<ModelApi> _logger;
    private volatile bool _hasTools;

    public ModelApi(IOptions<AnswersOptions> options, TokenBudget budget, TimeProvider time, ILogger<ModelApi> logger)
    {
        (_options, _time, _logger) = (options.Value.Model, time, logger);
        _hasTools = _options.MaxSearches > 0;
        _slots = new SemaphoreSlim(_options.MaxConcurrent);
        _writer = Open(_options.Name, budget);
        _verifier = _options.VerifyName.Length > 0 ? Open(_options.VerifyName, budget) : _writer;
    }

    /// <inheritdoc/>
    /// <remarks>A failure is logged without its message.</remarks>
    public async Task<ModelResult> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await _slots.WaitAsync(ends.Token);
            try
            {
                return await InvokeAsync(request, ends.Token);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The message of an exception may hold what was asked, and part of a key.
            var outcome = late.IsCancellationRequested ? ModelOutcome.TimedOut : Outcome(e);
            Log.ModelFailed(_logger, request.Purpose, outcome, e.GetBaseException().GetType().Name, Status(e));
            return new ModelResult("", outcome);
        }
    }

    public void Dispose() => _slots.Dispose();

    private Kernel Open(string name, TokenBudget budget)
    {
        var kernel = ModelClient.Kernel(_options, name, _time);
        kernel.PromptRenderFilters.Add(new Redaction());
        kernel.FunctionInvocationFilters.Add(new Metering(budget, _options.MaxReplyTokens));
        kernel.AutoFunctionInvocationFilters.Add(new SearchRounds(_options.MaxSearches));
        return kernel;
    }

    private async Task<ModelResult> InvokeAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var search = _hasTools ? request.Search : null;
        try
        {
            return await InvokeAsync(request, search, cancellationToken);
        }
        catch (Exception e) when (search is not null && Status(e) is 400 or 404 or 422 or 501)
        {
            var reply = await InvokeAsync(request, search: null, cancellationToken);
            // It was the tools, and not the model's name or the key.
            _hasTools = false;
            Log.NoTools(_logger, Status(e));
            return reply;
        }
    }

    private async Task<ModelResult> InvokeAsync(ModelRequest request, KernelFunction? search, CancellationToken cancellationToken)
    {
        var kernel = (request.Purpose == ModelPurpose.Verify ? _verifier : _writer).Clone();
        if (search is not null)
        {
            kernel.Plugins.AddFromFunctions(SearchPlugin, [search]);
        }

        var settings = new OpenAIPromptExecutionSettings
        {
            Temperature = 0,
            MaxTokens = _options.MaxReplyTokens,
            FunctionChoiceBehavior = search is not null ? FunctionChoiceBehavior.Auto() : null,
        };
        var function = KernelFunctionFactory.CreateFromPrompt(request.Prompt, settings, Metering.NameOf(request.Purpose));
        var byService = new Dictionary<string, PromptExecutionSettings> { [PromptExecutionSettings.DefaultServiceId] = settings };
        var arguments = new KernelArguments(request.Arguments.ToDictionary(), byService) { [Metering.Author] = request.Author };
        var result = await kernel.InvokeAsync(function, arguments, cancellationToken);
        var (prompt, reply) = TokenUse.All(kernel, result.Metadata);
        return new ModelResult(
            result.GetValue<ChatMessageContent>() is { } said && said.Role == AuthorRole.Assistant ? said.Content ?? "" : "", ModelOutcome.Answered, prompt, reply);
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
