using System.Text;
using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Service.Chat;
using BriefBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BriefBot.Tests.Chat;

/// <summary>Which reply becomes which status.</summary>
public sealed class AskEndpointTests
{
    private readonly DefaultHttpContext _http = new();

    public AskEndpointTests()
    {
        _http.Request.ContentType = "application/json";
        _http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes("{\"question\":\"What is so?\"}"));
    }

    [Theory]
    [InlineData(Refusal.Empty, 400)]
    [InlineData(Refusal.TooLong, 413)]
    [InlineData(Refusal.Busy, 503)]
    [InlineData(Refusal.TooFast, 429)]
    [InlineData(Refusal.NotAllowed, 403)]
    public async Task ARefusalIsAProblemInItsOwnWords(object refusal, int status)
    {
        var problem = Assert.IsType<ProblemHttpResult>(
            await AskAsync(
                new Reply.Refused
                {
                    Id = "r",
                    ElapsedMilliseconds = 1,
                    Reason = (Refusal)refusal,
                    Said = "So.",
                }
            )
        );
        Assert.Equal(status, problem.StatusCode);
        Assert.Equal("So.", problem.ProblemDetails.Detail);
        Assert.Equal(status is 503 or 429, _http.Response.Headers.RetryAfter.Count == 1);
    }

    [Fact]
    public async Task WhereNoAnswerIsPossibleTheReasonIsToldAndWhenToComeBack()
    {
        var problem = Assert.IsType<ProblemHttpResult>(await AskAsync(Some.Reply(new Answer.Unavailable("Still reading."))));
        Assert.Equal(503, problem.StatusCode);
        Assert.Equal("unavailable", problem.ProblemDetails.Extensions["outcome"]);
        Assert.Equal("2", _http.Response.Headers.RetryAfter);
    }

    [Fact]
    public async Task AnAnswerHasAtTheMostSixtyFourKilobytesAndStillItsSources()
    {
        var sentences = Enumerable
            .Range(1, 12)
            .Select(i => new AnswerSentence { Text = new string('é', 1_000), Citations = [i] })
            .ToArray();
        var answer = new Answer.Grounded
        {
            Sentences = sentences,
            Citations = [.. sentences.Select(sentence => ScriptedAnswerer.Citation(sentence.Text) with { Number = sentence.Citations[0] })],
            Confidence = 1,
        };
        var json = Assert.IsType<FileContentHttpResult>(await AskAsync(Some.Reply(answer))).FileContents;
        Assert.InRange(json.Length, 10_000, 64 * 1024);
        using var body = JsonDocument.Parse(json);
        Assert.NotEqual(0, body.RootElement.GetProperty("sentences").GetArrayLength());
        Assert.Equal(
            body.RootElement.GetProperty("sentences").GetArrayLength(),
            body.RootElement.GetProperty("citations").GetArrayLength()
        );
    }

    private Task<IResult> AskAsync(Reply reply) => AskAsync(new ScriptedResponder(reply));

    private Task<IResult> AskAsync(ScriptedResponder responder) =>
        AskEndpoint.AskAsync(_http, responder, new RepeatedMessages(responder, TimeProvider.System), TimeProvider.System);
}
