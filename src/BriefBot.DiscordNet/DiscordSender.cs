using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;
using Discord;
using Discord.Net;
using Discord.WebSocket;

namespace BriefBot.DiscordNet;

/// <summary>Sends, edits and takes back messages of Discord: replies to messages, and answers to commands.</summary>
internal sealed class DiscordSender(DiscordSocketClient client, OpenCommands commands)
{
    /// <summary>The message that a command's first answer is, which has no id of its own for those who answer it.</summary>
    private const string FirstAnswer = "@original:";

    public Task<string> SendAsync(IncomingMessage question, ReplyPart part, CancellationToken cancellationToken) =>
        commands.Find(question.Id) is { } open ? AnswerAsync(question, open, part, cancellationToken) : ReplyAsync(question, part, cancellationToken);

    public async Task EditAsync(IncomingMessage question, string sentId, ReplyPart part, CancellationToken cancellationToken)
    {
        var channel = await ChannelAsync(question, cancellationToken);
        await channel.ModifyMessageAsync(DiscordMessages.Id(sentId), message => Fill(message, part), Options(cancellationToken));
    }

    /// <summary>One that is gone already is no failure.</summary>
    public async Task DeleteAsync(IncomingMessage question, string sentId, CancellationToken cancellationToken)
    {
        try
        {
            var channel = await ChannelAsync(question, cancellationToken);
            await channel.DeleteMessageAsync(DiscordMessages.Id(sentId), Options(cancellationToken));
        }
        catch (HttpException e) when (e.HttpCode == HttpStatusCode.NotFound)
        {
            // Somebody else was faster.
        }
    }

    public async Task ShowWorkAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (commands.Find(message.Id) is not { } open)
        {
            var channel = await ChannelAsync(message, cancellationToken);
            await channel.TriggerTypingAsync(Options(cancellationToken));
            return;
        }

        await open.Turn.WaitAsync(cancellationToken);
        try
        {
            if (!open.IsAnswered && !open.IsDeferred)
            {
                await open.Command.DeferAsync(message.IsPrivate, Options(cancellationToken));
                open.IsDeferred = true;
            }
        }
        finally
        {
            open.Turn.Release();
        }
    }

    private static async Task<string> AnswerAsync(IncomingMessage question, OpenCommands.Open open, ReplyPart part, CancellationToken cancellationToken)
    {
        await open.Turn.WaitAsync(cancellationToken);
        try
        {
            var components = DiscordParts.Of(part);
            if (open.IsAnswered)
            {
                var next = await open.Command.FollowupAsync(components: components, ephemeral: part.IsPrivate, allowedMentions: AllowedMentions.None, flags: MessageFlags.ComponentsV2, options: Options(cancellationToken));
                return DiscordMessages.Text(next.Id);
            }

            if (open.IsDeferred)
            {
                await open.Command.ModifyOriginalResponseAsync(message => Fill(message, part), Options(cancellationToken));
            }
            else
            {
                await open.Command.RespondAsync(components: components, ephemeral: part.IsPrivate, allowedMentions: AllowedMentions.None, flags: MessageFlags.ComponentsV2, options: Options(cancellationToken));
            }

            open.IsAnswered = true;
            return FirstAnswer + question.Id;
        }
        finally
        {
            open.Turn.Release();
        }
    }

    private async Task<string> ReplyAsync(IncomingMessage question, ReplyPart part, CancellationToken cancellationToken)
    {
        var channel = part.IsPrivate && question.Kind != MessageKind.Direct ? await AuthorAsync(question, cancellationToken) : await ChannelAsync(question, cancellationToken);
        var reference = part.IsPrivate ? null : new MessageReference(DiscordMessages.Id(question.Id), failIfNotExists: false);
        GuardedRestClient.Nonce = Nonce(question, part);
        try
        {
            var sent = await channel.SendMessageAsync(
                components: DiscordParts.Of(part), allowedMentions: AllowedMentions.None, messageReference: reference, flags: MessageFlags.ComponentsV2, options: Options(cancellationToken));
            return DiscordMessages.Text(sent.Id);
        }
        catch (Exception e) when (IsPassing(e, cancellationToken))
        {
            // Under the same nonce it is said once, even if this time it came through.
            throw new MessageNotSentException("Discord did not take the message, or did not say so.", e);
        }
    }

    private async Task<IMessageChannel> AuthorAsync(IncomingMessage question, CancellationToken cancellationToken)
    {
        IUser author = await client.Rest.GetUserAsync(DiscordMessages.Id(question.Author), Options(cancellationToken));
        return await author.CreateDMChannelAsync(Options(cancellationToken));
    }

    private async Task<IMessageChannel> ChannelAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var id = DiscordMessages.Id(message.Thread ?? message.Channel);
        return client.GetChannel(id) as IMessageChannel
            ?? await client.Rest.GetChannelAsync(id, Options(cancellationToken)) as IMessageChannel
            ?? throw new InvalidOperationException("The channel is gone, or the bot may not see it.");
    }

    private static void Fill(MessageProperties message, ReplyPart part)
    {
        message.Components = DiscordParts.Of(part);
        message.Flags = MessageFlags.ComponentsV2;
        message.AllowedMentions = AllowedMentions.None;
    }

    /// <summary>The library's own waits have no end, so each call carries its caller's.</summary>
    private static RequestOptions Options(CancellationToken cancellationToken) => new() { CancelToken = cancellationToken, RetryMode = RetryMode.RetryRatelimit };

    /// <summary>Whether it may work a little later: the network, a failure of Discord's own.</summary>
    private static bool IsPassing(Exception e, CancellationToken cancellationToken) => e switch
    {
        HttpException http => (int)http.HttpCode >= 500,
        HttpRequestException or IOException or TimeoutException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    /// <summary>The same for the same part of the reply to the same message: at the most 25 characters, as Discord wants.</summary>
    private static string Nonce(IncomingMessage question, ReplyPart part)
    {
        var text = string.Join('\n', part.Components.Select(component => component.ToString()));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{question.Id}\n{text}"))))[..24];
    }
}
