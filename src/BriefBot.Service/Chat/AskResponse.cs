using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Chat;

namespace BriefBot.Service.Chat;

/// <summary>A reply as a program reads it: what <c>POST /api/ask</c> and <c>ask --json</c> give.</summary>
internal sealed record AskResponse
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>The reply's id.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// <c>grounded</c>, <c>not_found</c>, <c>unavailable</c>; <c>small_talk</c> where nothing was asked; <c>refused</c> where
    /// the message was no question that can be taken.
    /// </summary>
    public required string Outcome { get; init; }

    /// <summary>The reply as <see cref="PlainText"/>, with the numbers of the citations in brackets.</summary>
    public required string Text { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>How the answer was composed.</summary>
    public string Composer { get; init; } = "extractive";

    public double ElapsedMs { get; init; }

    /// <summary>The text sentence by sentence, with what answers in each.</summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Of several questions in one message those that nothing answers.</summary>
    public IReadOnlyList<string> Unanswered { get; init; } = [];

    public IReadOnlyList<Closest> Closest { get; init; } = [];

    /// <summary>What might have been meant where nothing was found, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Why there is no answer, or which of several questions have none; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>The reply as JSON in UTF-8; of an answer that would be too long as much as there is room for.</summary>
    public static byte[] Json(Reply reply)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(Of(reply), WebJson.Default.AskResponse);
        return json.Length > MaxBytes && Shorter(reply.Answer) is { } shorter ? Json(reply with { Answer = shorter }) : json;
    }

    private static Answer? Shorter(Answer? answer) => answer switch
    {
        Answer.Grounded { Sentences.Count: > 1 and var count } grounded => grounded.First(count - 1),
        Answer.NotFound { Closest.Count: > 0 } notFound => notFound with { Closest = [.. notFound.Closest.SkipLast(1)] },
        _ => null,
    };

    public static AskResponse Of(Reply reply)
    {
        var response = new AskResponse { Id = reply.Id, Outcome = "small_talk", Text = reply.Text, ElapsedMs = reply.ElapsedMilliseconds };
        return (reply.Answer, reply.Refusal) switch
        {
            ({ } answer, _) => Of(response, PlainText.Of(answer)),
            (_, not null) => response with { Outcome = "refused", Reason = reply.Text },
            _ => response,
        };
    }

    private static AskResponse Of(AskResponse response, Answer answer) => answer switch
    {
        Answer.Grounded grounded => response with
        {
            Outcome = "grounded",
            Text = grounded.Text,
            Confidence = grounded.Confidence,
            Sentences = grounded.Sentences,
            Citations = grounded.Citations,
            Unanswered = grounded.Unanswered,
            Reason = grounded.NotFoundNote,
        },
        Answer.NotFound notFound => response with
        {
            Outcome = "not_found",
            Text = notFound.Reason,
            Reason = notFound.Reason,
            Suggestion = notFound.Suggestion,
            Confidence = notFound.Confidence,
            Closest = notFound.Closest,
        },
        Answer.Unavailable unavailable => response with { Outcome = "unavailable", Text = unavailable.Reason, Reason = unavailable.Reason },
        _ => throw new InvalidOperationException("An answer is one of three."),
    };
}
