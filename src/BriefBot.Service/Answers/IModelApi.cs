namespace BriefBot.Service.Answers;

/// <summary>Asks a model.</summary>
internal interface IModelApi
{
    /// <summary>Returns what the model wrote, or why it wrote nothing. Safe for concurrent use.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<ModelResult> AskAsync(ModelRequest request, CancellationToken cancellationToken);
}
