using System.Text;
using BriefBot.Answers;
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
    public async Task ARefusalIsAProblemInItsOwnWords(object refusal, int status)
    {
        var problem = Assert.IsType<ProblemHttpResult>(await AskAsync(Reply with { Refusal = (Refusal)refusal }));
        Assert.Equal(status, problem.StatusCode);
        Assert.Equal("So.", problem.ProblemDetails.Detail);
        Assert.Equal(status == 503, _http.Response.Headers.RetryAfter.Count == 1);
    }

    [Fact]
    public async Task WhereNoAnswerIsPossibleTheReasonIsToldAndWhenToComeBack()
    {
        var problem = Assert.IsType<ProblemHttpResult>(await AskAsync(Reply with { Answer = new Answer.Unavailable("Still reading.") }));
        Assert.Equal(503, problem.StatusCode);
        Assert.Equal("unavailable", problem.ProblemDetails.Extensions["outcome"]);
        Assert.Equal("2", _http.Response.Headers.RetryAfter);
    }

    [Fact]
    public async Task WhatIsNotForUsHasNoContent() => Assert.IsType<NoContent>(await AskAsync(null));

    private static Reply Reply { get; } = new() { Id = "r", Text = "So.", ElapsedMilliseconds = 1 };

    private Task<IResult> AskAsync(Reply? reply) => AskEndpoint.AskAsync(_http, new ScriptedResponder(reply));
}
