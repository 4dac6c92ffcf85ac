using BriefBot.Answers;

namespace BriefBot.Service.Answers;

/// <summary>Plays back what a model wrote, without asking it. A question that is not in the record finds no model.</summary>
/// <param name="record">What it wrote.</param>
internal sealed class ReplayedApi(RecordedModel record) : IModelApi
{
    public Task<ModelResult> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string Argument(string name) => request.Arguments.GetValueOrDefault(name) as string ?? "";
        var reply = record.Find(request.Purpose, Argument(PromptArguments.Question), Argument(PromptArguments.Earlier));
        return Task.FromResult(
            reply is null ? new ModelResult("", ModelOutcome.Unavailable) : new ModelResult(reply.Text ?? "", reply.Outcome, reply.PromptTokens, reply.ReplyTokens));
    }
}
