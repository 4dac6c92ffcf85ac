namespace BriefBot.Service.Answers;

/// <summary>Asks a model.</summary>
internal interface IModelApi
{
    /// <summary>Returns the model's reply, or the reason why there is none. Safe for concurrent use.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<ModelResult> AskAsync(ModelRequest request, CancellationToken cancellationToken);
}
