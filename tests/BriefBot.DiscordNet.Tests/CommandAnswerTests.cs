using System.Text.Json.Nodes;
using System.Threading.Channels;
using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefBot.DiscordNet.Tests;

/// <summary>Commands that are answered late, or whose answer Discord may or may not have taken; the gateway alone, told what to do.</summary>
public sealed class CommandAnswerTests : IAsyncLifetime
{
    private readonly Channel<IncomingMessage> _said = System.Threading.Channels.Channel.CreateUnbounded<IncomingMessage>();
    private readonly CancellationTokenSource _stopping = new();
    private ScriptedDiscord _discord = null!;
    private DiscordGateway _gateway = null!;
    private Task _listening = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        _discord = await ScriptedDiscord.StartAsync();
        _gateway = new DiscordGateway(
            Options.Create(new DiscordOptions { Token = ScriptedDiscord.Token, ApiUrl = _discord.ApiUrl, GatewayUrl = _discord.GatewayUrl }),
            new QuotedPassages(new NoPassages(), new KnowledgeCatalog(), () => "id"),
            TimeProvider.System,
            NullLogger<DiscordGateway>.Instance);
        _listening = _gateway.ListenAsync(happened => _ = happened is ChatEvent.Said said && _said.Writer.TryWrite(said.Message), _stopping.Token);
        await _discord.UntilAsync(request => request is { Method: "GET", Path: "applications/1/commands" });
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _gateway.Dispose();
        await _discord.DisposeAsync();
        _stopping.Dispose();
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 64)]
    public async Task WhatTakesLongIsDeferredAndThenPutInThatPlace(bool isPrivate, int flags)
    {
        var command = await AskAsync(isPrivate);
        await _gateway.WorkingAsync(command, Token);
        await _gateway.WorkingAsync(command, Token);
        var deferred = await _discord.UntilAsync(request => request.Path.StartsWith("interactions/", StringComparison.Ordinal));
        Assert.Equal(5, deferred.Body!["type"]!.GetValue<int>());
        Assert.Equal(flags, (deferred.Body["data"]?["flags"]?.GetValue<int>() ?? 0) & 64);
        await SendAsync(command, "First.");
        await SendAsync(command, "Second.");
        Assert.Equal(
            [$"POST interactions/{command.Id}/token-{command.Id}/callback", $"PATCH webhooks/1/token-{command.Id}/messages/@original", $"POST webhooks/1/token-{command.Id}"],
            Answers().Select(request => $"{request.Method} {request.Path}"));
        Assert.All(Answers().Skip(1), request => Assert.Equal("{\"parse\":[],\"replied_user\":false}", request.Body!["allowed_mentions"]!.ToJsonString()));
    }

    [Fact]
    public async Task AnAnswerThatDiscordTookWithoutSayingSoIsNotSaidTwice()
    {
        var command = await AskAsync();
        _discord.Before = (http, request) => FailOnce(http, request, aborts: true);
        await Assert.ThrowsAsync<MessageNotSentException>(() => SendAsync(command, "So."));
        await SendAsync(command, "So.");
        Assert.Equal(["POST", "PATCH"], Answers().Select(request => request.Method));
    }

    [Fact]
    public async Task AnAnswerThatDiscordDidNotTakeIsSentAgain()
    {
        var command = await AskAsync();
        _discord.Before = (http, request) => FailOnce(http, request, aborts: false);
        await Assert.ThrowsAsync<MessageNotSentException>(() => SendAsync(command, "So."));
        await SendAsync(command, "So.");
        Assert.Equal(["POST", "PATCH", "POST"], Answers().Select(request => request.Method));
    }

    [Fact]
    public async Task ARequestThatHangsIsGivenUpAndMayBeSentAgain()
    {
        await _discord.SaysAsync("10", "<@1> hello");
        var message = await _said.Reader.ReadAsync(Token);
        var hangs = 0;
        _discord.Before = async (http, request) =>
        {
            if (request.IsMessage && hangs++ == 0)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return true;
            }

            return false;
        };
        await Assert.ThrowsAsync<MessageNotSentException>(() => SendAsync(message, "So."));
        await SendAsync(message, "So.");
        Assert.Equal(2, _discord.Requests.Count(request => request.IsMessage));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private int _failed;

    private Task<bool> FailOnce(Microsoft.AspNetCore.Http.HttpContext http, SentRequest request, bool aborts)
    {
        if (!request.Path.StartsWith("interactions/", StringComparison.Ordinal) || _failed++ > 0)
        {
            return Task.FromResult(false);
        }

        if (aborts)
        {
            _discord.Take(request);
            http.Abort();
        }

        http.Response.StatusCode = 503;
        return Task.FromResult(true);
    }

    private IReadOnlyList<SentRequest> Answers() => [.. _discord.Requests.Where(request => request.Path.StartsWith("interactions/", StringComparison.Ordinal) || request.Path.StartsWith("webhooks/", StringComparison.Ordinal))];

    private async Task<IncomingMessage> AskAsync(bool isPrivate = false)
    {
        (string, JsonNode, int)[] options = [("question", "What is so?", 3), ("private", isPrivate, 5)];
        await _discord.CommandAsync("10", "ask", options);
        return await _said.Reader.ReadAsync(Token);
    }

    private async Task SendAsync(IncomingMessage to, string text)
    {
        foreach (var part in _gateway.Write(new Reply.Answered { Id = "r", ElapsedMilliseconds = 1, Answer = new Answer.Unavailable(text) }))
        {
            await _gateway.SendAsync(to, part with { IsPrivate = to.IsPrivate }, Token);
        }
    }

    private sealed class NoPassages : IPassageReader
    {
        public IReadOnlyList<Passage> Read(string path) => [];
    }
}
