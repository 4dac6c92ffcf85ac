namespace BriefBot.Service.Answers;

/// <summary>Records the replies of a model.</summary>
/// <param name="api">The model's.</param>
/// <param name="record">The record.</param>
internal sealed class RecordingApi(IModelApi api, RecordedModel record) : IModelApi
{
    public async Task<ModelResult> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var result = await api.AskAsync(request, cancellationToken);
        record.Add(
            new RecordedReply(request.Purpose)
            {
                Question = request.Arguments.GetValueOrDefault(PromptArguments.Question) as string,
                Earlier = request.Arguments.GetValueOrDefault(PromptArguments.Earlier) as string,
                Text = request.Purpose == ModelPurpose.Verify ? null : result.Text,
                Outcome = result.Outcome,
                PromptTokens = result.PromptTokens,
                ReplyTokens = result.ReplyTokens,
            }
        );
        return result;
    }
}
