using System.ClientModel;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;

namespace BriefBot.Service.Answers;

/// <summary>Counts and times each asking of a model, and sees to its budget: where the day's tokens are used up it is not asked.</summary>
/// <param name="budget">The budget.</param>
/// <param name="maxReply">The most tokens of a reply.</param>
internal sealed class Metering(TokenBudget budget, int maxReply)
{
    /// <summary>A prompt's own text, in tokens, about.</summary>
    private const int OfPrompt = 400;

    /// <summary>The purpose's name in metrics, and that of the function that asks.</summary>
    public static string NameOf(ModelPurpose purpose) => JsonNamingPolicy.SnakeCaseLower.ConvertName(purpose.ToString());

    /// <summary>Sends a request if the budget allows it, and counts the tokens used.</summary>
    /// <param name="request">The request.</param>
    /// <param name="used">Says how many tokens were read and written so far; 0 where that is not known.</param>
    /// <param name="ask">Asks.</param>
    /// <exception cref="OverBudgetException">There are none left.</exception>
    public async Task RunAsync(ModelRequest request, Func<(int Prompt, int Reply)> used, Func<Task> ask)
    {
        var estimate =
            OfPrompt + maxReply + (request.Arguments.Values.OfType<string>().Sum(value => value.Length) / GivenPassages.CharactersEach);
        if (!budget.TryTake(request.Author, estimate))
        {
            throw new OverBudgetException();
        }

        var began = Stopwatch.GetTimestamp();
        var settled = estimate;
        try
        {
            await ask();
            var (prompt, reply) = used();
            settled = prompt + reply > 0 ? prompt + reply : estimate;
            BotMetrics.ModelTokens(NameOf(request.Purpose), prompt, reply);
        }
        catch (Exception e) when (IsUnserved(e))
        {
            // The searches before it were counted already.
            var (prompt, reply) = used();
            settled = prompt + reply;
            throw;
        }
        finally
        {
            budget.Settle(request.Author, estimate, settled);
            BotMetrics.ModelAsked(NameOf(request.Purpose), began);
        }
    }

    /// <summary>Returns whether the API surely did not answer: it said so, could not be reached, or was not asked.</summary>
    private static bool IsUnserved(Exception e) =>
        e switch
        {
            HttpOperationException { StatusCode: not null } or ClientResultException { Status: > 0 } or BrokenCircuitException => true,
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
            } => true,
            { InnerException: { } inner } => IsUnserved(inner),
            _ => false,
        };
}
