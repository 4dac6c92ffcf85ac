using System.Text.Json.Nodes;
using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;
using BriefBot.Discord;

namespace BriefBot.DiscordNet.Tests;

/// <summary>
/// Commands that are answered late, or whose answer Discord may or may not have taken; the gateway alone, told what to do.
/// </summary>
public sealed class CommandAnswerTests : AdapterTest
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 64)]
    public async Task WhatTakesLongIsDeferredAndThenPutInThatPlace(bool isPrivate, int flags)
    {
        var command = await AskAsync(isPrivate);
        await Gateway.ShowWorkAsync(command, Token);
        await Gateway.ShowWorkAsync(command, Token);
        var deferred = await Discord.UntilAsync(request => request.Path.StartsWith("interactions/", StringComparison.Ordinal));
        Assert.Equal(5, deferred.Body!["type"]!.GetValue<int>());
        Assert.Equal(flags, (deferred.Body["data"]?["flags"]?.GetValue<int>() ?? 0) & 64);
        await SendAsync(command, "First.");
        await SendAsync(command, "Second.");
        Assert.Equal(
            [
                $"POST interactions/{command.Id}/token-{command.Id}/callback",
                $"PATCH webhooks/1/token-{command.Id}/messages/@original",
                $"POST webhooks/1/token-{command.Id}",
            ],
            Answers().Select(request => $"{request.Method} {request.Path}")
        );
        Assert.All(
            Answers().Skip(1),
            request => Assert.Equal("{\"parse\":[],\"replied_user\":false}", request.Body!["allowed_mentions"]!.ToJsonString())
        );
    }

    [Fact]
    public async Task AnAnswerThatDiscordTookWithoutSayingSoIsNotSaidTwice()
    {
        var command = await AskAsync();
        Discord.Before = (http, request) => FailOnce(http, request, aborts: true);
        await SendAsync(command, "So.");
        Assert.Equal(["POST", "PATCH"], Answers().Select(request => request.Method));
    }

    [Fact]
    public async Task AnAnswerThatDiscordDidNotTakeIsSentAgain()
    {
        var command = await AskAsync();
        Discord.Before = (http, request) => FailOnce(http, request, aborts: false);
        await SendAsync(command, "So.");
        Assert.Equal(["POST", "PATCH", "POST"], Answers().Select(request => request.Method));
    }

    [Fact]
    public async Task AnAnswerThatComesAfterThreeSecondsIsSentToTheChannel()
    {
        var command = await AskAsync();
        Discord.Expire();
        await SendAsync(command, "So.");
        var sent = await Discord.UntilAsync(request => request.IsMessage);
        Assert.Equal("channels/200/messages", sent.Path);
        Assert.Null(sent.Body!["message_reference"]);
    }

    [Fact]
    public async Task APrivateAnswerThatComesAfterThreeSecondsIsSentToWhoAsked()
    {
        var command = await AskAsync(isPrivate: true);
        Discord.Expire();
        await SendAsync(command, "So.");
        Assert.Equal("channels/90010/messages", (await Discord.UntilAsync(request => request.IsMessage)).Path);
    }

    [Fact]
    public async Task ThatAnAnswerComesLaterMayHaveBeenTakenWithoutSayingSo()
    {
        var command = await AskAsync();
        Discord.Before = (http, request) => FailOnce(http, request, aborts: true);
        await Assert.ThrowsAnyAsync<Exception>(() => Gateway.ShowWorkAsync(command, Token));
        await SendAsync(command, "So.");
        Assert.Equal(["POST", "PATCH"], Answers().Select(request => request.Method));
    }

    [Fact]
    public async Task ARequestThatHangsIsGivenUpAndMayBeSentAgain()
    {
        await Discord.SaysAsync("10", "<@1> hello");
        var message = await SaidAsync();
        var hangs = 0;
        Discord.Before = async (http, request) =>
        {
            if (request.IsMessage && hangs++ == 0)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return true;
            }

            return false;
        };
        await Assert.ThrowsAsync<MessageNotSentException>(() => SendAsync(message, "So."));
        await SendAsync(message, "So.");
        Assert.Equal(2, Discord.Requests.Count(request => request.IsMessage));
    }

    private int _failed;

    private Task<bool> FailOnce(Microsoft.AspNetCore.Http.HttpContext http, SentRequest request, bool aborts)
    {
        if (!request.Path.StartsWith("interactions/", StringComparison.Ordinal) || _failed++ > 0)
        {
            return Task.FromResult(false);
        }

        if (aborts)
        {
            Discord.Take(request);
            http.Abort();
        }

        http.Response.StatusCode = 503;
        return Task.FromResult(true);
    }

    private IReadOnlyList<SentRequest> Answers() =>
        [
            .. Discord.Requests.Where(request =>
                request.Path.StartsWith("interactions/", StringComparison.Ordinal)
                || request.Path.StartsWith("webhooks/", StringComparison.Ordinal)
            ),
        ];

    private async Task<IncomingMessage> AskAsync(bool isPrivate = false)
    {
        (string, JsonNode, int)[] options = [("question", "What is so?", 3), ("private", isPrivate, 5)];
        await Discord.CommandAsync("10", "ask", options);
        return await SaidAsync();
    }

    private async Task SendAsync(IncomingMessage to, string text)
    {
        var reply = new Reply.Answered
        {
            Id = "r",
            ElapsedMilliseconds = 1,
            Answer = new Answer.Unavailable(text),
        };
        foreach (var message in ReplyWriter.Write(reply, DiscordRenderer.Format, to))
        {
            await Gateway.SendAsync(to, message, Token);
        }
    }
}
