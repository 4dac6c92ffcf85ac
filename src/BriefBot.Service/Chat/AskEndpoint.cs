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

    private const int MaxNameLength = 200;

    private const string MarkdownType = "text/markdown";

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);

    public static async Task<IResult> AskAsync(HttpContext http, IChatResponder responder, RepeatedMessages repeated, TimeProvider time)
    {
        var (request, problem) = await ReadAsync(http);
        if (request?.Question is not { } question)
        {
            return problem;
        }

        var message = Message(http, question, request);
        var isStream = ReplyEvents.AreAsked(http);
        var replying =
            message.Id.Length > 0
                ? repeated.Respond(message, begins: isStream)
                : ReplyTask.To(message, responder, begins: isStream, http.RequestAborted);
        var first = await replying.First.WaitAsync(http.RequestAborted);
        return first is Reply.Answered { Answer: not Answer.Unavailable } && isStream
            ? new ReplyEvents(replying, await replying.ToShowAsync(time, http.RequestAborted))
            : ToResult(http, await replying.Last.WaitAsync(http.RequestAborted));
    }

    /// <summary>There is nothing to answer with now; a moment later there may be.</summary>
    public static IResult NotNow(HttpContext http, string reason)
    {
        TellWhen(http, TryAgain);
        return Results.Problem(
            reason,
            statusCode: StatusCodes.Status503ServiceUnavailable,
            extensions: new Dictionary<string, object?> { ["outcome"] = "unavailable", ["reason"] = reason }
        );
    }

    private static async Task<(AskRequest? Request, IResult Problem)> ReadAsync(HttpContext http)
    {
        if (!JsonBody.IsGiven(http.Request))
        {
            return (
                null,
                Problem(StatusCodes.Status415UnsupportedMediaType, "Send the question as application/json: {\"question\":\"…\"}.")
            );
        }

        try
        {
            return Check(await JsonBody.ReadAsync(http, WebJson.Default.AskRequest));
        }
        catch (JsonException e)
        {
            return (
                null,
                Problem(
                    StatusCodes.Status400BadRequest,
                    $"The body isn’t valid JSON of the expected form (line {e.LineNumber + 1}, byte {e.BytePositionInLine}). Send {{\"question\":\"…\"}}."
                )
            );
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Problem(e.StatusCode, $"The body is larger than {MaxBody} bytes. Ask a shorter question."));
        }
        catch (BadHttpRequestException e)
        {
            return (null, Problem(e.StatusCode, "The request body was cut off. Send it again."));
        }
        catch (InvalidOperationException)
        {
            return (
                null,
                Problem(StatusCodes.Status415UnsupportedMediaType, "Unknown charset. Send the question as application/json in UTF-8.")
            );
        }
    }

    private static (AskRequest? Request, IResult Problem) Check(AskRequest? request) =>
        request switch
        {
            null or { Question: null } => (
                null,
                Problem(StatusCodes.Status400BadRequest, "The body needs a \"question\", such as {\"question\":\"What is BriefBot?\"}.")
            ),
            { Conversation.Length: > MaxNameLength } => (
                null,
                Problem(StatusCodes.Status400BadRequest, $"A conversation's name has at most {MaxNameLength} characters.")
            ),
            { MessageId.Length: > MaxNameLength } => (
                null,
                Problem(StatusCodes.Status400BadRequest, $"A messageId has at most {MaxNameLength} characters.")
            ),
            _ => (request, Results.Empty),
        };

    private static void TellWhen(HttpContext http, TimeSpan wait) =>
        http.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    private static IResult TooFast(HttpContext http, Reply.Refused refused)
    {
        TellWhen(http, refused.RetryAfter ?? TryAgain);
        return Problem(StatusCodes.Status429TooManyRequests, refused.Said);
    }

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);

    /// <summary>
    /// Treats all who ask from one address as one author. Whoever knows a conversation's name can continue it; without a name each question
    /// stands alone.
    /// </summary>
    private static IncomingMessage Message(HttpContext http, string question, AskRequest request) =>
        new()
        {
            Id = request.MessageId ?? "",
            Network = "web",
            Channel = http.TraceIdentifier,
            Thread = string.IsNullOrEmpty(request.Conversation) ? null : request.Conversation,
            IsStandalone = string.IsNullOrEmpty(request.Conversation),
            Author = ClientAddress.Read(http),
            Kind = MessageKind.Direct,
            IsTrial = request.Trial,
            Text = question,
        };

    private static IResult ToResult(HttpContext http, Reply reply) =>
        reply switch
        {
            Reply.Refused { Reason: Refusal.Empty } refused => Problem(StatusCodes.Status400BadRequest, refused.Said),
            Reply.Refused { Reason: Refusal.TooLong } refused => Problem(StatusCodes.Status413PayloadTooLarge, refused.Said),
            Reply.Refused { Reason: Refusal.TooFast } refused => TooFast(http, refused),
            Reply.Refused { Reason: Refusal.NotAllowed } refused => Problem(StatusCodes.Status403Forbidden, refused.Said),
            Reply.Refused { Reason: Refusal.Busy } refused => NotNow(http, refused.Said),
            Reply.Answered { Answer: Answer.Unavailable unavailable } => NotNow(http, unavailable.Reason),
            _ when ReplyEvents.IsPreferred(http, MarkdownType) => Results.Text(
                WebWriter.WriteMarkdown(reply),
                $"{MarkdownType}; charset=utf-8"
            ),
            _ => Results.Bytes(WebWriter.Write(reply), "application/json; charset=utf-8"),
        };
}

/// <summary>The body of <c>POST /api/ask</c>.</summary>
/// <param name="Question">The question.</param>
/// <param name="Conversation">Any name of the conversation; questions under the same name may lean on each other.</param>
/// <param name="MessageId">Any id of the message, unlike any other in its conversation; sent again it gets the same answer.</param>
/// <param name="Trial">Whether an editor tries the question: it is not listed among the unanswered ones.</param>
internal sealed record AskRequest(string? Question, string? Conversation, string? MessageId, bool Trial = false);
