using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Chat;
using Microsoft.Net.Http.Headers;

namespace BriefBot.Service.Chat;

/// <summary>
/// Sends an answer as server-sent events: <c>answer</c> with the first answer and again with each that replaces it, and <c>end</c> with the
/// outcome of the model's part.
/// </summary>
/// <remarks>A model's answer may come several times: the sentences that are proven so far, then all.</remarks>
/// <param name="replying">The replies.</param>
/// <param name="first">The one of them that is shown first.</param>
internal sealed class ReplyEvents(ReplyTask replying, Reply first) : IResult
{
    private const string ContentType = "text/event-stream";

    /// <summary>Returns whether a request asks for events before anything else.</summary>
    public static bool AreAsked(HttpContext http) => IsPreferred(http, ContentType);

    /// <summary>Returns whether a program names a type first among those it accepts.</summary>
    public static bool IsPreferred(HttpContext http, string type) =>
        MediaTypeHeaderValue.TryParseList(http.Request.Headers.Accept, out var accepted)
        && accepted.Count > 0
        && accepted[0].MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = ContentType;
        httpContext.Response.Headers.CacheControl = "no-store";
        // nginx would keep the first answer until the last has come.
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        await WriteAsync(httpContext, "answer", WebWriter.Write(first));
        var begun = await replying.Begun.WaitAsync(httpContext.RequestAborted);
        for (var beginning = begun; beginning is not null; beginning = await beginning.Next.WaitAsync(httpContext.RequestAborted))
        {
            if (!ReferenceEquals(beginning.Reply, first))
            {
                await WriteAsync(httpContext, "answer", WebWriter.Write(beginning.Reply));
            }
        }

        var reply = await replying.Last.WaitAsync(httpContext.RequestAborted);
        var isNew = !ReferenceEquals(reply, first) && reply is Reply.Answered answered && answered.Replaces(first);
        if (isNew || begun is not null)
        {
            await WriteAsync(httpContext, "answer", WebWriter.Write(reply));
        }

        await WriteAsync(httpContext, "end", JsonSerializer.SerializeToUtf8Bytes(AskEnd.Create(reply), WebJson.Default.AskEnd));
    }

    /// <summary>JSON of ours has no line breaks, so it is one line of data.</summary>
    private static async Task WriteAsync(HttpContext http, string name, byte[] json)
    {
        await http.Response.WriteAsync($"event: {name}\ndata: ", http.RequestAborted);
        await http.Response.Body.WriteAsync(json, http.RequestAborted);
        await http.Response.WriteAsync("\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}

/// <summary>The data of the last event of an answer: the outcome of the model's part, null where no model was asked.</summary>
/// <param name="ModelOutcome">The outcome of the request.</param>
/// <param name="Verification">The outcome of the verification.</param>
/// <param name="Dropped">Number of sentences dropped, by reason.</param>
/// <param name="PromptVersion">The version of the prompts.</param>
internal sealed record AskEnd(
    ModelOutcome? ModelOutcome,
    ModelOutcome? Verification,
    IReadOnlyDictionary<string, int>? Dropped,
    string? PromptVersion
)
{
    public static AskEnd Create(Reply reply) =>
        reply is Reply.Answered { Answer.Model: { } use }
            ? new AskEnd(use.Outcome, use.Verification, use.Dropped, use.PromptVersion)
            : new AskEnd(null, null, null, null);
}
