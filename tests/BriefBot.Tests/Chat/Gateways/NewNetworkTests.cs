using System.Collections.Concurrent;
using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Gateways;

/// <summary>What a network that is new to the bot takes: the seam and a writer, nothing else of the house.</summary>
public sealed class NewNetworkTests
{
    [Fact]
    public async Task ItAnswersSplitsAndFollowsEdits()
    {
        var board = new BulletinBoard();
        await using var run = await GatewayRun.StartAsync(gateway: board);
        await board.Listens;
        run.Answerer.Says = (question, _) =>
            Task.FromResult<Answer>(
                ScriptedAnswerer.Grounded(string.Join(' ', Enumerable.Repeat(question, question == "long?" ? 100 : 1)))
            );
        board.Write(1, "ann", "@bot long?");
        await run.IdleAsync();
        Assert.Equal(3, board.Notes.Count(note => note.Author == "bot"));
        Assert.All(board.Notes, note => Assert.InRange(note.Text.Length, 1, BulletinBoard.Limit));
        board.Rewrite(1, "@bot short?");
        await run.IdleAsync();
        Assert.Equal(
            "short? [1]\n[1] Some title › One › Two (a.md, lines 3–4, 2025-09-04)",
            Assert.Single(board.Notes, note => note.Author == "bot").Text
        );
        board.Write(9, "bob", "nothing for the bot");
        await run.IdleAsync();
        Assert.Equal(3, board.Notes.Count);
    }

    /// <summary>Notes on a board, of at the most so many characters, under numbers.</summary>
    private sealed class BulletinBoard : IChatGateway, IMessageEditor
    {
        public const int Limit = 300;

        private readonly ConcurrentDictionary<int, (string Author, string Text)> _notes = new();
        private readonly TaskCompletionSource _listens = new();
        private Action<ChatEvent> _happened = _ => { };
        private int _number = 100;

        public string Network => "board";

        public Task Listens => _listens.Task;

        public IReadOnlyCollection<(string Author, string Text)> Notes => [.. _notes.Values];

        public void Write(int number, string author, string text)
        {
            _notes[number] = (author, text);
            _happened(new ChatEvent.Said(Message(number, author, text)));
        }

        public void Rewrite(int number, string text)
        {
            _notes[number] = _notes[number] with { Text = text };
            _happened(new ChatEvent.Edited(Message(number, _notes[number].Author, text)));
        }

        public Task ListenAsync(Action<ChatEvent> happened, CancellationToken cancellationToken)
        {
            _happened = happened;
            happened(new ChatEvent.Connected());
            _listens.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        public MessageFormat Format { get; } = MessageFormat.Plain(Limit);

        public Task<string> SendAsync(IncomingMessage question, ChatMessage message, CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref _number);
            _notes[number] = ("bot", Format.Markup.Write(message));
            return Task.FromResult($"{number}");
        }

        public Task EditAsync(IncomingMessage question, string sentId, ChatMessage message, CancellationToken cancellationToken)
        {
            _notes[Number(sentId)] = ("bot", Format.Markup.Write(message));
            return Task.CompletedTask;
        }

        public Task DeleteAsync(IncomingMessage question, string sentId, CancellationToken cancellationToken)
        {
            _notes.TryRemove(Number(sentId), out _);
            return Task.CompletedTask;
        }

        private static int Number(string id) => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture);

        private static IncomingMessage Message(int number, string author, string text) =>
            new()
            {
                Id = $"{number}",
                Network = "board",
                Channel = "board",
                Author = author,
                Kind = text.StartsWith("@bot ", StringComparison.Ordinal) ? MessageKind.Mention : MessageKind.Overheard,
                Text = text.Replace("@bot ", "", StringComparison.Ordinal),
            };
    }
}
