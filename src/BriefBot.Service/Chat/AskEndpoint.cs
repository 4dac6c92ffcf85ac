using System.Globalization;
using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Chat;

namespace BriefBot.Service.Chat;

/// <summary><c>POST /api/ask</c>: a question in, an answer or a problem out.</summary>
internal static class AskEndpoint
{
    /// <summary>A question of the greatest length that may be set, each character escaped, and room for the rest.</summary>
    public const long MaxBody = 256 * 1024;

    private const int MaxConversationLength = 200;

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);

    public static async Task<IResult> AskAsync(HttpContext http, IChatResponder responder)
    {
        var (request, problem) = await ReadAsync(http);
        if (request?.Question is not { } question)
        {
            return problem;
        }

        var message = new IncomingMessage { Id = http.TraceIdentifier, ConversationId = Conversation(http, request), Text = question };
        var reply = await responder.RespondAsync(message, http.RequestAborted);
        return reply is null ? Results.NoContent() : ToResult(http, reply);
    }

    /// <summary>There is nothing to answer with now; a moment later there may be.</summary>
    public static IResult NotNow(HttpContext http, string reason)
    {
        http.Response.Headers.RetryAfter = TryAgain.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Results.Problem(
            reason,
            statusCode: StatusCodes.Status503ServiceUnavailable,
            extensions: new Dictionary<string, object?> { ["outcome"] = "unavailable", ["reason"] = reason });
    }

    private static async Task<(AskRequest? Request, IResult Problem)> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            return (null, Problem(StatusCodes.Status415UnsupportedMediaType, "Send the question as application/json."));
        }

        try
        {
            return Check(await http.Request.ReadFromJsonAsync(WebJson.Default.AskRequest, http.RequestAborted));
        }
        catch (JsonException e)
        {
            return (null, Problem(
                StatusCodes.Status400BadRequest,
                $"The body is not the JSON that is expected (line {e.LineNumber + 1}, byte {e.BytePositionInLine}). Send {{\"question\":\"…\"}}."));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Problem(e.StatusCode, $"The body is larger than {MaxBody} bytes. Ask a shorter question."));
        }
        catch (BadHttpRequestException e)
        {
            return (null, Problem(e.StatusCode, "The body did not come as it was announced. Send it again."));
        }
        catch (InvalidOperationException)
        {
            return (null, Problem(StatusCodes.Status415UnsupportedMediaType, "Send the question as application/json in UTF-8: the charset that is named is not known."));
        }
    }

    private static (AskRequest? Request, IResult Problem) Check(AskRequest? request) => request switch
    {
        null or { Question: null } => (null, Problem(StatusCodes.Status400BadRequest, "The body needs a \"question\", such as {\"question\":\"What is BriefBot?\"}.")),
        { Conversation.Length: > MaxConversationLength } => (null, Problem(StatusCodes.Status400BadRequest, $"A conversation's name has at most {MaxConversationLength} characters.")),
        _ => (request, Results.Empty),
    };

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);

    /// <summary>Without a name for the conversation every question stands alone.</summary>
    private static string Conversation(HttpContext http, AskRequest request) =>
        request.Conversation is { Length: > 0 } name ? "web:" + name : "web-once:" + http.TraceIdentifier;

    private static IResult ToResult(HttpContext http, Reply reply) => reply switch
    {
        Reply.Refused { Reason: Refusal.Empty } refused => Problem(StatusCodes.Status400BadRequest, refused.Said),
        Reply.Refused { Reason: Refusal.TooLong } refused => Problem(StatusCodes.Status413PayloadTooLarge, refused.Said),
        Reply.Refused { Reason: Refusal.Busy } refused => NotNow(http, refused.Said),
        Reply.Answered { Answer: Answer.Unavailable unavailable } => NotNow(http, unavailable.Reason),
        _ => Results.Bytes(WebWriter.Write(reply), "application/json; charset=utf-8"),
    };
}
