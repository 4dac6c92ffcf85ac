using BriefBot.Chat;
using BriefBot.Chat.Editors;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;
using BriefBot.Discord;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Chat;

/// <summary>A question that the articles do not answer goes to the editors, and an editor's reply to whoever asked.</summary>
public sealed class EditorQuestionsTests : IDisposable
{
    private const string EditorsChannel = "777";

    private static readonly IncomingMessage Place = Some.Message("", id: "55") with { Network = "posting", Channel = "200", Thread = null };

    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseAnswerStore _store;
    private readonly EditorQuestions _editors;
    private readonly PostingGateway _gateway = new();

    public EditorQuestionsTests()
    {
        _store = new DatabaseAnswerStore(
            new SqliteDatabase(_folder.Path),
            "1.2.3",
            new MemoryOptions(),
            TimeProvider.System,
            new CollectingLogger<DatabaseAnswerStore>()
        );
        _store.Record(
            new AskedQuestion(
                "abc",
                TimeProvider.System.GetUtcNow(),
                "posting",
                "a1",
                "Where is the *zeppelin*, @everyone?",
                "not_found",
                "a.md"
            )
        );
        _editors = Editors(new ChatOptions { EditorsChannel = EditorsChannel });
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task AnEditorsReplyReachesWhoeverAskedAndIsOfferedAsAnArticle()
    {
        Assert.StartsWith("I have passed the question", Text(await PressAsync("editors:abc")), StringComparison.Ordinal);
        var (channel, post) = Assert.Single(_gateway.Posted);
        Assert.Equal(EditorsChannel, channel);
        Assert.Contains(@"Where is the \*zeppelin\*", post, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", post, StringComparison.Ordinal);

        var reply = Reply("It is in the hall.");
        await _editors.PassOnAsync(_gateway, reply, _editors.FindAnswered(reply)!, TestContext.Current.CancellationToken);
        Assert.Equal(("200", "55"), (_gateway.Sent[0].To.Channel, _gateway.Sent[0].To.Id));
        Assert.StartsWith("**An editor answers:**\nIt is in the hall.", _gateway.Sent[0].Text, StringComparison.Ordinal);
        Assert.Equal(EditorsChannel, _gateway.Sent[1].To.Channel);
        Assert.Contains("# Where is the *zeppelin*", _gateway.Sent[1].Text, StringComparison.Ordinal);
        Assert.Empty(_store.FindUnanswered(DateTimeOffset.MinValue));
    }

    [Fact]
    public async Task AQuestionIsPassedOnOnceAndTriedAgainWhereTheChannelCannotBeReached()
    {
        _gateway.Fails = true;
        Assert.StartsWith("I can’t reach the editors", Text(await PressAsync("editors:abc")), StringComparison.Ordinal);
        _gateway.Fails = false;
        await PressAsync("editors:abc");
        Assert.StartsWith("The editors have this question already", Text(await PressAsync("editors:abc")), StringComparison.Ordinal);
        Assert.Single(_gateway.Posted);
    }

    [Fact]
    public async Task OnlyAReplyToAPassedQuestionInTheEditorsChannelIsAnAnswer()
    {
        await PressAsync("editors:abc");
        Assert.NotNull(_editors.FindAnswered(Reply("Yes.")));
        Assert.Null(_editors.FindAnswered(Reply("Yes.") with { RepliesTo = "other" }));
        Assert.Null(_editors.FindAnswered(Reply("Yes.") with { RepliesTo = null }));
        Assert.Null(_editors.FindAnswered(Reply("Yes.") with { Channel = "200" }));
        Assert.Null(_editors.FindAnswered(Reply("Yes.") with { IsFromBot = true }));
        Assert.Null(Editors(new ChatOptions()).FindAnswered(Reply("Yes.")));
    }

    [Fact]
    public async Task WhatIsPassedOnCallsNobody()
    {
        await PressAsync("editors:abc");
        var reply = Reply("Ask @everyone or <@123> in <#456>.");
        await _editors.PassOnAsync(_gateway, reply, _editors.FindAnswered(reply)!, TestContext.Current.CancellationToken);
        Assert.All(_gateway.Sent, sent => Assert.DoesNotMatch("@everyone|<@123>|<#456>", sent.Text));
    }

    [Fact]
    public async Task NoMessageIsLongerThanTheNetworkTakes()
    {
        var marks = new string('*', 5_000);
        _store.Record(new AskedQuestion("abc", TimeProvider.System.GetUtcNow(), "posting", "a1", marks, "not_found", marks));
        await PressAsync("editors:abc");
        var reply = Reply(marks);
        await _editors.PassOnAsync(_gateway, reply, _editors.FindAnswered(reply)!, TestContext.Current.CancellationToken);
        var gap = new Gap(2, 1, DateTimeOffset.UnixEpoch, [marks], null, []);
        var report = new GapReport(DateTimeOffset.UnixEpoch, 40, [.. Enumerable.Repeat(gap, 20)]);
        var digest = EditorsDigest.Write(report, [.. Enumerable.Repeat(_store.Find("abc")!, 20)])!;
        string[] texts =
        [
            _gateway.Posted[0].Text,
            .. _gateway.Sent.Select(sent => sent.Text),
            .. MessageSplitter.Split(digest, _gateway.Format).Select(Text),
        ];
        Assert.InRange(texts.Length, 4, 8);
        Assert.All(texts, text => Assert.InRange(text.Length, 1, 4_000));
    }

    [Fact]
    public async Task AQuestionThatIsNotRecordedIsNotPassedOn()
    {
        Assert.StartsWith("I can’t reach the editors", Text(await PressAsync("editors:other")), StringComparison.Ordinal);
        Assert.Empty(_gateway.Posted);
    }

    [Fact]
    public async Task AnotherButtonIsNotHandled() => Assert.Null(await PressAsync("up:abc"));

    [Fact]
    public void TheWeeklyMessageListsTheGroupsAndCallsNobody()
    {
        var report = GapReport.Create(
            [.. _store.FindUnanswered(DateTimeOffset.MinValue)],
            DateTimeOffset.MinValue,
            BriefBot.Service.Retrieval.LuceneAnalyzers.English,
            embed: null
        );
        var text = Text(EditorsDigest.Write(report, []));
        Assert.StartsWith("**Questions of the last week without a sure answer: 1**\n1 × Where is the", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", text, StringComparison.Ordinal);
        var changed = Text(EditorsDigest.Write(report with { Questions = 0, Gaps = [] }, [_store.Find("abc")!]));
        Assert.StartsWith("**Answers whose source has changed since: 1**\nWhere is the", changed, StringComparison.Ordinal);
        Assert.EndsWith(@"\(abc\)", changed, StringComparison.Ordinal);
        Assert.Null(EditorsDigest.Write(report with { Questions = 0, Gaps = [] }, []));
        Assert.Equal("2026-W53", EditorsDigest.Week(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    private EditorQuestions Editors(ChatOptions options) =>
        new(Options.Create(options), TimeProvider.System, new CollectingLogger<EditorQuestions>(), _store);

    private Task<ChatMessage?> PressAsync(string button) =>
        _editors.PressAsync(_gateway, Some.Pressed(button, "ann") with { Place = Place }, TestContext.Current.CancellationToken);

    private static IncomingMessage Reply(string text) =>
        Some.Message(text, id: "99") with
        {
            Network = "posting",
            Channel = EditorsChannel,
            Thread = null,
            RepliesTo = "post1",
        };

    private static string Text(ChatMessage? message) => DiscordRenderer.RenderText(message!);

    /// <summary>Keeps what is posted and sent.</summary>
    private sealed class PostingGateway : IChatGateway, IChannelPoster
    {
        public List<(string Channel, string Text)> Posted { get; } = [];

        public List<(IncomingMessage To, string Text)> Sent { get; } = [];

        public bool Fails { get; set; }

        public string Network => "posting";

        public Task<string> PostAsync(string channel, ChatMessage message, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                throw new MessageNotSentException("It may not write there.");
            }

            Posted.Add((channel, Text(message)));
            return Task.FromResult($"post{Posted.Count}");
        }

        public Task<string> SendAsync(IncomingMessage question, ChatMessage message, CancellationToken cancellationToken)
        {
            Sent.Add((question, Text(message)));
            return Task.FromResult($"sent{Sent.Count}");
        }

        public Task ListenAsync(Action<ChatEvent> happened, CancellationToken cancellationToken) => Task.CompletedTask;

        public MessageFormat Format => DiscordRenderer.Format;
    }
}
