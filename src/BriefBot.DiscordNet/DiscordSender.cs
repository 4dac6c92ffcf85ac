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
using Microsoft.Extensions.Logging;

namespace BriefBot.DiscordNet;

/// <summary>Sends, edits and takes back messages of Discord: replies to messages, and answers to commands.</summary>
internal sealed class DiscordSender(DiscordShardedClient client, OpenCommands commands, TimeProvider time, ILogger logger)
{
    /// <summary>The message that a command's first answer is, which has no id of its own for those who answer it.</summary>
    private const string FirstAnswer = "@original:";

    private const int AnswersAgain = 2;

    /// <summary>Discord answers within a second; what takes longer is likelier to hang.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(4);

    /// <summary>A command waits three seconds for its first answer.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(1.2);

    public Task<string> SendAsync(IncomingMessage question, ReplyPart part, CancellationToken cancellationToken) =>
        commands.Find(question.Id) is { } open ? AnswerAsync(question, open, part, cancellationToken) : ReplyAsync(question, part, cancellationToken);

    /// <summary>Null where the channel has no threads, or the bot may not open one.</summary>
    public async Task<string?> OpenThreadAsync(IncomingMessage question, CancellationToken cancellationToken)
    {
        if (await ChannelAsync(question, cancellationToken) is not ITextChannel channel || channel is IVoiceChannel or INewsChannel)
        {
            return null;
        }

        try
        {
            var message = await channel.GetMessageAsync(DiscordMessages.Id(question.Id), options: Options(cancellationToken));
            var thread = message is null ? null
                : await channel.CreateThreadAsync(ThreadName(question.Text), ThreadType.PublicThread, message: message, options: Options(cancellationToken));
            return thread is null ? null : DiscordMessages.Text(thread.Id);
        }
        catch (HttpException e) when (e.HttpCode == HttpStatusCode.Forbidden)
        {
            Log.MayNotOpenThread(logger, question.Channel);
            return null;
        }
    }

    public Task EditAsync(IncomingMessage question, string sentId, ReplyPart part, CancellationToken cancellationToken) => TryAsync(
        async token =>
        {
            var channel = await ChannelAsync(question, token);
            return await channel.ModifyMessageAsync(DiscordMessages.Id(sentId), message => Fill(message, part, question), Options(token));
        },
        cancellationToken);

    /// <summary>One that is gone already is no failure.</summary>
    public Task DeleteAsync(IncomingMessage question, string sentId, CancellationToken cancellationToken) => TryAsync(
        async token =>
        {
            try
            {
                var channel = await ChannelAsync(question, token);
                await channel.DeleteMessageAsync(DiscordMessages.Id(sentId), Options(token));
                return true;
            }
            catch (HttpException e) when (e.HttpCode == HttpStatusCode.NotFound)
            {
                return false;
            }
        },
        cancellationToken);

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
                open.IsTried = true;
                await open.Command.DeferAsync(message.IsPrivate, Options(cancellationToken));
                open.IsDeferred = true;
            }
        }
        finally
        {
            open.Turn.Release();
        }
    }

    private async Task<string> AnswerAsync(IncomingMessage question, OpenCommands.Open open, ReplyPart part, CancellationToken cancellationToken)
    {
        await open.Turn.WaitAsync(cancellationToken);
        try
        {
            if (open.IsAnswered)
            {
                // A repeated one would be said twice: Discord enforces no nonce here.
                var next = await open.Command.FollowupAsync(
                    TextOf(part), components: DiscordParts.Of(part, question), ephemeral: part.IsPrivate, allowedMentions: AllowedMentions.None,
                    flags: FlagsOf(part), options: Options(cancellationToken));
                return DiscordMessages.Text(next.Id);
            }

            if (await IsTakenAsync(question, open, part, cancellationToken))
            {
                open.IsAnswered = true;
                return FirstAnswer + question.Id;
            }
        }
        finally
        {
            open.Turn.Release();
        }

        commands.Remove(question.Id);
        return await ReplyAsync(question, part, cancellationToken);
    }

    /// <summary>Three seconds are all there is, so what fails is tried again at once.</summary>
    /// <returns>False where Discord no longer takes an answer to the command.</returns>
    private async Task<bool> IsTakenAsync(IncomingMessage question, OpenCommands.Open open, ReplyPart part, CancellationToken cancellationToken)
    {
        for (var again = AnswersAgain; ; again--)
        {
            try
            {
                return await TryAsync(token => AnswerFirstAsync(question, open, part, token), cancellationToken, open.IsDeferred ? CallTimeout : AnswerTimeout);
            }
            catch (MessageNotSentException) when (!open.IsDeferred && again > 0)
            {
                // As if it had not been tried.
            }
            catch (HttpException e) when (e.DiscordCode == DiscordErrorCode.UnknownInteraction)
            {
                return false;
            }
        }
    }

    /// <summary>Where it is not known whether Discord took an earlier try, the answer is put in that one's place if it is there.</summary>
    /// <returns>False where it is too late.</returns>
    private static async Task<bool> AnswerFirstAsync(IncomingMessage question, OpenCommands.Open open, ReplyPart part, CancellationToken cancellationToken)
    {
        if (open.IsDeferred || open.IsTried)
        {
            try
            {
                await open.Command.ModifyOriginalResponseAsync(message => Fill(message, part, question), Options(cancellationToken));
                return true;
            }
            catch (HttpException e) when (e.HttpCode == HttpStatusCode.NotFound && !open.IsDeferred)
            {
                // It did not.
            }
        }

        open.IsTried = true;
        try
        {
            await open.Command.RespondAsync(
                TextOf(part), components: DiscordParts.Of(part, question), ephemeral: part.IsPrivate, allowedMentions: AllowedMentions.None, flags: FlagsOf(part),
                options: Options(cancellationToken));
        }
        catch (TimeoutException)
        {
            // The library knows that three seconds are over.
            return false;
        }

        return true;
    }

    private async Task<string> ReplyAsync(IncomingMessage question, ReplyPart part, CancellationToken cancellationToken)
    {
        try
        {
            return await ReplyOnceAsync(question, part, cancellationToken);
        }
        catch (HttpException e) when (e.HttpCode == HttpStatusCode.Forbidden && !part.IsPrivate && question.Kind != MessageKind.Direct)
        {
            Log.MayNotWrite(logger, question.Thread ?? question.Channel);
            await ReplyOnceAsync(question, new ReplyPart { Components = [new DiscordComponent.TextDisplay(Words.MayNotWrite)], IsPrivate = true }, cancellationToken);
            throw;
        }
    }

    private Task<string> ReplyOnceAsync(IncomingMessage question, ReplyPart part, CancellationToken cancellationToken) => TryAsync(
        async token =>
        {
            var channel = part.IsPrivate && question.Kind != MessageKind.Direct ? await AuthorAsync(question, token) : await ChannelAsync(question, token);
            // A thread that was opened for a message has its id, and the message stands outside of it.
            var reference = part.IsPrivate || question.Kind == MessageKind.Command || question.Thread == question.Id ? null
                : new MessageReference(DiscordMessages.Id(question.Id), failIfNotExists: false);
            GuardedRestClient.Nonce = Nonce(question, part);
            var sent = await channel.SendMessageAsync(
                TextOf(part), components: DiscordParts.Of(part, question), allowedMentions: AllowedMentions.None, messageReference: reference, flags: FlagsOf(part),
                    options: Options(token));
            return DiscordMessages.Text(sent.Id);
        },
        cancellationToken);

    /// <summary>
    /// Gives a call up after <see cref="CallTimeout"/>, or another time. What may pass by itself may be tried again, for nothing is said twice:
    /// messages carry a nonce that Discord enforces, and editing or deleting twice is as good as once.
    /// </summary>
    /// <exception cref="MessageNotSentException">It may be tried again.</exception>
    /// <exception cref="FormRefusedException">It was not taken because of how it is written.</exception>
    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken, TimeSpan? timeout = null)
    {
        using var late = new CancellationTokenSource(timeout ?? CallTimeout, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await call(ends.Token).WaitAsync(ends.Token);
        }
        catch (Exception e) when (IsPassing(e) && !cancellationToken.IsCancellationRequested)
        {
            throw new MessageNotSentException("Discord did not take it, or did not say so.", e);
        }
        catch (HttpException e) when (e.DiscordCode == DiscordErrorCode.InvalidFormBody)
        {
            throw new FormRefusedException("Discord does not take a message of this form.", e);
        }
    }

    /// <summary>A thread's name has 1 to 100 characters.</summary>
    private static string ThreadName(string question)
    {
        var name = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length > 90 ? name[..(char.IsHighSurrogate(name[88]) ? 88 : 89)] + '…' : name;
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

    private static void Fill(MessageProperties message, ReplyPart part, IncomingMessage question)
    {
        message.AllowedMentions = AllowedMentions.None;
        if (part.Components.Count == 0)
        {
            message.Content = part.Text;
            return;
        }

        message.Components = DiscordParts.Of(part, question);
        message.Flags = MessageFlags.ComponentsV2;
    }

    private static string? TextOf(ReplyPart part) => part.Text.Length > 0 ? part.Text : null;

    private static MessageFlags FlagsOf(ReplyPart part) => part.Components.Count > 0 ? MessageFlags.ComponentsV2 : MessageFlags.None;

    /// <summary>The library's own waits have no end, so each call carries its caller's.</summary>
    private static RequestOptions Options(CancellationToken cancellationToken) => new() { CancelToken = cancellationToken, RetryMode = RetryMode.RetryRatelimit };

    /// <summary>Whether it may work a little later: the network, a failure of Discord's own, a time-out.</summary>
    private static bool IsPassing(Exception e) => e switch
    {
        HttpException http => (int)http.HttpCode >= 500,
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>The same for the same part of the reply to the same message: at the most 25 characters, as Discord wants.</summary>
    private static string Nonce(IncomingMessage question, ReplyPart part)
    {
        var text = string.Join('\n', part.Components.Select(component => component.ToString()));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{question.Id}\n{part.Text}\n{text}"))))[..24];
    }
}
