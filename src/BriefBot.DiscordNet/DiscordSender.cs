using System.Net;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;
using Discord;
using Discord.Net;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace BriefBot.DiscordNet;

/// <summary>Sends, edits and takes back messages of Discord: replies to messages, and answers to commands.</summary>
internal sealed class DiscordSender(DiscordShardedClient client, OpenCommands commands, DiscordCalls calls, ILogger logger)
{
    /// <summary>The message that a command's first answer is, which has no id of its own for those who answer it.</summary>
    private const string FirstAnswer = "@original:";

    private const int AnswersAgain = 2;

    /// <summary>A command waits three seconds for its first answer.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(1.2);

    public Task<string> SendAsync(IncomingMessage question, ChatMessage part, CancellationToken cancellationToken) =>
        commands.Find(question.Id) is { } open
            ? AnswerAsync(question, open, part, cancellationToken)
            : ReplyAsync(question, part, cancellationToken);

    /// <summary>Posts a message that is no reply.</summary>
    public Task<string> PostAsync(string channel, ChatMessage part, CancellationToken cancellationToken) =>
        calls.TryAsync(
            async token =>
            {
                var to = await ChannelAsync(channel, token);
                GuardedRestClient.Nonce = PartForm.Nonce(channel, part);
                var sent = await to.SendMessageAsync(
                    PartForm.TextOf(part),
                    components: PartForm.ComponentsOf(part),
                    allowedMentions: AllowedMentions.None,
                    flags: PartForm.FlagsOf(part),
                    options: DiscordCalls.Options(token)
                );
                return DiscordMessages.Text(sent.Id);
            },
            cancellationToken
        );

    /// <summary>Null where the channel has no threads, or the bot may not open one.</summary>
    public async Task<string?> OpenThreadAsync(IncomingMessage question, CancellationToken cancellationToken)
    {
        if (await ChannelAsync(question, cancellationToken) is not ITextChannel channel || channel is IVoiceChannel or INewsChannel)
        {
            return null;
        }

        try
        {
            var message = await channel.GetMessageAsync(DiscordMessages.Id(question.Id), options: DiscordCalls.Options(cancellationToken));
            var thread = message is null
                ? null
                : await channel.CreateThreadAsync(
                    ThreadName(question.Text),
                    ThreadType.PublicThread,
                    message: message,
                    options: DiscordCalls.Options(cancellationToken)
                );
            return thread is null ? null : DiscordMessages.Text(thread.Id);
        }
        catch (HttpException e) when (e.HttpCode == HttpStatusCode.Forbidden)
        {
            Log.MayNotOpenThread(logger, question.Channel);
            return null;
        }
    }

    public Task EditAsync(IncomingMessage question, string sentId, ChatMessage part, CancellationToken cancellationToken) =>
        calls.TryAsync(
            async token =>
            {
                var channel = await ChannelAsync(question, token);
                return await channel.ModifyMessageAsync(
                    DiscordMessages.Id(sentId),
                    message => PartForm.Fill(message, part),
                    DiscordCalls.Options(token)
                );
            },
            cancellationToken
        );

    /// <summary>One that is gone already is no failure.</summary>
    public Task DeleteAsync(IncomingMessage question, string sentId, CancellationToken cancellationToken) =>
        calls.TryAsync(
            async token =>
            {
                try
                {
                    var channel = await ChannelAsync(question, token);
                    await channel.DeleteMessageAsync(DiscordMessages.Id(sentId), DiscordCalls.Options(token));
                    return true;
                }
                catch (HttpException e) when (e.HttpCode == HttpStatusCode.NotFound)
                {
                    return false;
                }
            },
            cancellationToken
        );

    public async Task ShowWorkAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (commands.Find(message.Id) is not { } open)
        {
            var channel = await ChannelAsync(message, cancellationToken);
            await channel.TriggerTypingAsync(DiscordCalls.Options(cancellationToken));
            return;
        }

        await open.Turn.WaitAsync(cancellationToken);
        try
        {
            if (!open.IsAnswered && !open.IsDeferred)
            {
                open.IsTried = true;
                await open.Command.DeferAsync(message.IsPrivate, DiscordCalls.Options(cancellationToken));
                open.IsDeferred = true;
            }
        }
        finally
        {
            open.Turn.Release();
        }
    }

    private async Task<string> AnswerAsync(
        IncomingMessage question,
        OpenCommands.Open open,
        ChatMessage part,
        CancellationToken cancellationToken
    )
    {
        await open.Turn.WaitAsync(cancellationToken);
        try
        {
            if (open.IsAnswered)
            {
                // A repeated one would be said twice: Discord enforces no nonce here.
                var next = await open.Command.FollowupAsync(
                    PartForm.TextOf(part),
                    components: PartForm.ComponentsOf(part),
                    ephemeral: part.IsPrivate,
                    allowedMentions: AllowedMentions.None,
                    flags: PartForm.FlagsOf(part),
                    options: DiscordCalls.Options(cancellationToken)
                );
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

    /// <summary>
    /// Acknowledges a command. Discord allows three seconds, so a failed try is repeated at once; what fails after that is repeated by the
    /// policy of all networks.
    /// </summary>
    /// <returns>False where Discord no longer takes an answer to the command.</returns>
    private async Task<bool> IsTakenAsync(
        IncomingMessage question,
        OpenCommands.Open open,
        ChatMessage part,
        CancellationToken cancellationToken
    )
    {
        for (var again = AnswersAgain; ; again--)
        {
            try
            {
                return await calls.TryAsync(
                    token => AnswerFirstAsync(question, open, part, token),
                    cancellationToken,
                    open.IsDeferred ? DiscordCalls.CallTimeout : AnswerTimeout
                );
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

    /// <summary>
    /// Sends the first answer to a command. Where it is unknown whether Discord took an earlier try, replaces that answer if it is there.
    /// </summary>
    /// <returns>False where it is too late.</returns>
    private static async Task<bool> AnswerFirstAsync(
        IncomingMessage question,
        OpenCommands.Open open,
        ChatMessage part,
        CancellationToken cancellationToken
    )
    {
        if (open.IsDeferred || open.IsTried)
        {
            try
            {
                await open.Command.ModifyOriginalResponseAsync(
                    message => PartForm.Fill(message, part),
                    DiscordCalls.Options(cancellationToken)
                );
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
                PartForm.TextOf(part),
                components: PartForm.ComponentsOf(part),
                ephemeral: part.IsPrivate,
                allowedMentions: AllowedMentions.None,
                flags: PartForm.FlagsOf(part),
                options: DiscordCalls.Options(cancellationToken)
            );
        }
        catch (TimeoutException)
        {
            // The library knows that three seconds are over.
            return false;
        }

        return true;
    }

    private async Task<string> ReplyAsync(IncomingMessage question, ChatMessage part, CancellationToken cancellationToken)
    {
        try
        {
            return await ReplyOnceAsync(question, part, cancellationToken);
        }
        catch (HttpException e) when (e.HttpCode == HttpStatusCode.Forbidden && !part.IsPrivate && question.Kind != MessageKind.Direct)
        {
            Log.MayNotWrite(logger, question.Thread ?? question.Channel);
            await ReplyOnceAsync(question, ChatMessage.Say(BotTexts.MayNotWrite) with { IsPrivate = true }, cancellationToken);
            throw;
        }
    }

    private Task<string> ReplyOnceAsync(IncomingMessage question, ChatMessage part, CancellationToken cancellationToken) =>
        calls.TryAsync(
            async token =>
            {
                var channel =
                    part.IsPrivate && question.Kind != MessageKind.Direct
                        ? await AuthorAsync(question, token)
                        : await ChannelAsync(question, token);
                // A thread opened for a message has the message's id, and the message itself lies outside the thread.
                var reference =
                    part.IsPrivate || question.Kind == MessageKind.Command || question.Thread == question.Id
                        ? null
                        : new MessageReference(DiscordMessages.Id(question.Id), failIfNotExists: false);
                GuardedRestClient.Nonce = PartForm.Nonce(question.Id, part);
                var sent = await channel.SendMessageAsync(
                    PartForm.TextOf(part),
                    components: PartForm.ComponentsOf(part),
                    allowedMentions: AllowedMentions.None,
                    messageReference: reference,
                    flags: PartForm.FlagsOf(part),
                    options: DiscordCalls.Options(token)
                );
                return DiscordMessages.Text(sent.Id);
            },
            cancellationToken
        );

    /// <summary>A thread's name has 1 to 100 characters.</summary>
    private static string ThreadName(string question)
    {
        var name = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length > 90 ? name[..(char.IsHighSurrogate(name[88]) ? 88 : 89)] + '…' : name;
    }

    private async Task<IMessageChannel> AuthorAsync(IncomingMessage question, CancellationToken cancellationToken)
    {
        IUser author = await client.Rest.GetUserAsync(DiscordMessages.Id(question.Author), DiscordCalls.Options(cancellationToken));
        return await author.CreateDMChannelAsync(DiscordCalls.Options(cancellationToken));
    }

    private Task<IMessageChannel> ChannelAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        ChannelAsync(message.Thread ?? message.Channel, cancellationToken);

    private async Task<IMessageChannel> ChannelAsync(string channel, CancellationToken cancellationToken)
    {
        var id = DiscordMessages.Id(channel);
        return client.GetChannel(id) as IMessageChannel
            ?? await client.Rest.GetChannelAsync(id, DiscordCalls.Options(cancellationToken)) as IMessageChannel
            ?? throw new InvalidOperationException("The channel is gone, or the bot may not see it.");
    }
}
