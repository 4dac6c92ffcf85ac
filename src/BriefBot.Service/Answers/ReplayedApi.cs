using BriefBot.Answers;

namespace BriefBot.Service.Answers;

/// <summary>Plays back recorded replies without asking a model. A question that is not recorded gets no reply.</summary>
/// <param name="record">The record.</param>
internal sealed class ReplayedApi(RecordedModel record) : IModelApi
{
    public Task<ModelResult> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string Argument(string name) => request.Arguments.GetValueOrDefault(name) as string ?? "";
        var reply = record.Find(request.Purpose, Argument(PromptArguments.Question), Argument(PromptArguments.Earlier));
        return Task.FromResult(
            reply is null
                ? new ModelResult("", ModelOutcome.Unavailable)
                : new ModelResult(reply.Text ?? "", reply.Outcome, reply.PromptTokens, reply.ReplyTokens)
        );
    }
}
