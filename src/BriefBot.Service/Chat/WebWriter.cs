using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Writing;

namespace BriefBot.Service.Chat;

/// <summary>Writes replies as JSON, for programs.</summary>
internal static class WebWriter
{
    private const int MaxBytes = 64 * 1024;

    private static readonly MessageFormat Whole = MessageFormat.Plain(100_000);

    private static readonly MessageFormat Markdown = new(new MarkdownMarkup(), 100_000);

    /// <summary>The reply as JSON in UTF-8; of an answer that would be too long as much as there is room for.</summary>
    public static byte[] Write(Reply reply)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(ToResponse(reply), WebJson.Default.AskResponse);
        return json.Length > MaxBytes && ShorterReply.Create(reply) is { } shorter ? Write(shorter) : json;
    }

    /// <summary>Returns the reply with its sources as Markdown, to be passed on to a chat.</summary>
    public static string WriteMarkdown(Reply reply) =>
        string.Join("\n\n", ReplyWriter.Write(reply, Markdown).Select(Markdown.Markup.Write)) + "\n";

    /// <summary>The same before it is JSON.</summary>
    public static AskResponse ToResponse(Reply reply)
    {
        var response = new AskResponse
        {
            Id = reply.Id,
            Outcome = "small_talk",
            Text = "",
            ElapsedMs = reply.ElapsedMilliseconds,
        };
        return reply switch
        {
            Reply.Answered answered => AddModel(ToResponse(response, PlainText.Escape(answered.Answer)), answered.Answer.Model) with
            {
                LookingFurther = answered.IsLookingFurther,
                Unfinished = answered.IsUnfinished,
            },
            Reply.Refused refused => response with { Outcome = "refused", Text = refused.Said, Reason = refused.Said },
            Reply.SmallTalk talk => response with { Text = talk.Said },
            Reply.Passages => response with { Text = string.Concat(ReplyWriter.Write(reply, Whole).Select(Whole.Markup.Write)) },
            Reply.Sources sources => response with { Text = PlainText.Escape(string.Join('\n', [sources.Said, .. sources.Lines])) },
            _ => throw new InvalidOperationException("A reply is one of five."),
        };
    }

    private static AskResponse AddModel(AskResponse response, ModelUse? use) =>
        use is null
            ? response
            : response with
            {
                ModelOutcome = use.Outcome,
                Verification = use.Verification,
                Dropped = use.Dropped,
                PromptVersion = use.PromptVersion,
            };

    private static AskResponse ToResponse(AskResponse response, Answer answer) =>
        answer switch
        {
            Answer.Grounded grounded => response with
            {
                Outcome = grounded.IsSure ? "grounded" : "perhaps",
                Text = grounded.Text,
                Confidence = grounded.Confidence,
                Composer = grounded.Composer,
                Doubt = Enumerable
                    .Range(0, grounded.Sentences.Count)
                    .Select(grounded.DoubtBefore)
                    .FirstOrDefault(doubt => doubt is not null),
                Sentences = [.. grounded.Sentences.Select(AskSentence.Create)],
                Parts = AskPart.Create(grounded),
                Citations = [.. grounded.Citations.Select(AskCitation.Create)],
                Unanswered = grounded.Unanswered,
                Notes = grounded.Notes,
                Older = grounded.Older,
                SeeAlso = grounded.SeeAlso,
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
            Answer.Unavailable unavailable => response with
            {
                Outcome = "unavailable",
                Text = unavailable.Reason,
                Reason = unavailable.Reason,
            },
            _ => throw new InvalidOperationException("An answer is one of three."),
        };
}
