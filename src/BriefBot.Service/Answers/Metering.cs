using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;

namespace BriefBot.Service.Answers;

/// <summary>Counts and times each asking of a model, and sees to its budget: where the day's tokens are used up it is not asked.</summary>
/// <param name="budget">The budget.</param>
/// <param name="maxReply">The most tokens of a reply.</param>
internal sealed class Metering(TokenBudget budget, int maxReply) : IFunctionInvocationFilter
{
    /// <summary>The argument that says who asks.</summary>
    public const string Author = "author";

    /// <summary>A prompt's own text, in tokens, about.</summary>
    private const int OfPrompt = 400;

    private static readonly FrozenSet<string> Functions = Enum.GetValues<ModelPurpose>().Select(NameOf).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The name of the function that asks a model.</summary>
    public static string NameOf(ModelPurpose purpose) => JsonNamingPolicy.SnakeCaseLower.ConvertName(purpose.ToString());

    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        if (!Functions.Contains(context.Function.Name))
        {
            await next(context);
            return;
        }

        var author = context.Arguments.TryGetValue(Author, out var named) && named is string name ? name : "";
        context.Arguments.Remove(Author);
        var estimate = OfPrompt + maxReply + (context.Arguments.Values.OfType<string>().Sum(value => value.Length) / GivenPassages.CharactersEach);
        if (!budget.TryTake(author, estimate))
        {
            throw new OverBudgetException();
        }

        var began = Stopwatch.GetTimestamp();
        var used = estimate;
        try
        {
            await next(context);
            var (prompt, reply) = TokenUse.All(context.Kernel, context.Result.Metadata);
            used = prompt + reply > 0 ? prompt + reply : estimate;
            Measures.ModelTokens(context.Function.Name, prompt, reply);
        }
        catch (Exception e) when (IsUnserved(e))
        {
            // What came before it in the same asking was.
            var (prompt, reply) = TokenUse.All(context.Kernel, null);
            used = prompt + reply;
            throw;
        }
        finally
        {
            budget.Settle(author, estimate, used);
            Measures.ModelAsked(context.Function.Name, began);
        }
    }

    /// <summary>Whether the API surely did not answer: it said so, could not be reached, or was not asked.</summary>
    private static bool IsUnserved(Exception e) => e switch
    {
        HttpOperationException { StatusCode: not null } or BrokenCircuitException => true,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => true,
        { InnerException: { } inner } => IsUnserved(inner),
        _ => false,
    };
}
