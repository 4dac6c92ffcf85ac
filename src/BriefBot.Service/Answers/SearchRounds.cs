using Microsoft.SemanticKernel;

namespace BriefBot.Service.Answers;

/// <summary>Lets a model search the articles so many times for one answer; a further call of a function ends the asking. Counts what each round used.</summary>
/// <param name="most">How many times.</param>
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
