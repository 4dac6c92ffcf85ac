using System.Text.Json;
using BriefBot.Chat;
using BriefBot.Chat.Memory;

namespace BriefBot.Service.Chat;

/// <summary><c>POST /api/feedback</c>: a person's vote on an answer.</summary>
internal static class FeedbackEndpoint
{
    private const int MaxIdLength = 40;

    /// <summary>Records the vote; a later one of the same address on the same answer takes its place.</summary>
    public static async Task<IResult> VoteAsync(HttpContext http, IServiceProvider services)
    {
        if (services.GetService<IAnswerStore>() is not { } store || services.GetService<AuthorHash>() is not { } authors)
        {
            return Problem(StatusCodes.Status404NotFound, "Votes are not kept: Memory:Enabled is off.");
        }

        if (!JsonBody.IsGiven(http.Request))
        {
            return Problem(StatusCodes.Status415UnsupportedMediaType, "Send the vote as application/json.");
        }

        FeedbackRequest? request;
        try
        {
            request = await JsonBody.ReadAsync(http, WebJson.Default.FeedbackRequest);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or BadHttpRequestException)
        {
            return Problem(StatusCodes.Status400BadRequest, Expected);
        }

        if (request is not { Id.Length: > 0 and <= MaxIdLength, Vote: "up" or "down" } || Reason(request) is not { } reason)
        {
            return Problem(StatusCodes.Status400BadRequest, Expected);
        }

        var comment = MessageText.Clean(request.Comment ?? "");
        if (comment.Length > AnswerVotes.MaxComment)
        {
            return Problem(StatusCodes.Status400BadRequest, $"\"comment\" may have {AnswerVotes.MaxComment} characters.");
        }

        var author = authors.Compute("web", ClientAddress.Read(http));
        var vote = new Vote(request.Vote == "up", reason.Value, comment.Length > 0 && request.Vote == "down" ? comment : null);
        return store.Vote(request.Id, author, vote)
            ? Results.NoContent()
            : Problem(StatusCodes.Status404NotFound, "There is no answer with this id: it is too old, or Memory:Questions is off.");
    }

    private const string Expected =
        "Send {\"id\":\"…\",\"vote\":\"up\"} or \"down\", with \"reason\" if you like (wrong, not_asked, outdated or missing) and "
        + "\"comment\", what is wrong in your own words.";

    /// <summary>Returns the reason, which may be none; null where it is not one of the four.</summary>
    private static (bool IsValid, VoteReason? Value)? Reason(FeedbackRequest request) =>
        string.IsNullOrEmpty(request.Reason) ? (true, null)
        : AnswerVotes.Reasons.TryGetValue(request.Reason, out var reason) ? (true, reason)
        : null;

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}

/// <summary>The body of <c>POST /api/feedback</c>.</summary>
/// <param name="Id">The id of the answer.</param>
/// <param name="Vote">The vote: <c>up</c> or <c>down</c>.</param>
/// <param name="Reason">The reason: <c>wrong</c>, <c>not_asked</c>, <c>outdated</c>, <c>missing</c>, or none.</param>
/// <param name="Comment">What is wrong with the answer, in the person's own words; or none.</param>
internal sealed record FeedbackRequest(string? Id, string? Vote, string? Reason, string? Comment = null);
