using Microsoft.SemanticKernel;

namespace BriefBot.Service.Answers;

/// <summary>
/// Limits how often a model may search the articles for one answer; a further function call ends the request. Counts the tokens of each
/// round.
/// </summary>
/// <param name="most">Maximum number of searches.</param>
internal sealed class SearchRounds(int most) : IAutoFunctionInvocationFilter
{
    public Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        if (context.FunctionSequenceIndex == 0)
        {
            TokenUse.Add(context.Kernel, context.ChatMessageContent.Metadata);
        }

        if (context.RequestSequenceIndex < most && context.FunctionSequenceIndex == 0)
        {
            return next(context);
        }

        context.Terminate = context.RequestSequenceIndex >= most;
        context.Result = new FunctionResult(context.Result, "No more searches. Answer from the passages you have.");
        return Task.CompletedTask;
    }
}
