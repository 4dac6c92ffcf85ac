using BriefBot.Answers;
using BriefBot.Chat.Servers;

namespace BriefBot.Chat.Memory;

/// <summary>Remembers handled messages, their replies and the turns of conversations over restarts. Safe for concurrent use.</summary>
/// <remarks>
/// No member throws for a store that fails: what can't be written now is kept and written later, what can't be read counts as absent, and
/// <see cref="Problem"/> says so. Authors are stored as <see cref="AuthorHash"/> makes them.
/// </remarks>
internal interface IAnswerStore
{
    /// <summary>Indicates whether other processes use the store too.</summary>
    bool IsShared { get; }

    /// <summary>The reason why nothing can be written just now, or null.</summary>
    string? Problem { get; }

    /// <summary>Claims a message for this process.</summary>
    /// <returns>
    /// Whether to handle it: false where it was replied to before, or this process or another living one claimed it. A message that a
    /// process claimed that is gone and never replied to it is handled.
    /// </returns>
    bool TryClaim(MessageKey message);

    /// <summary>
    /// Returns the time since which messages of a network may have been missed: that of the first claim since a time without a reply, else
    /// that of the last claim; null where there is none.
    /// </summary>
    DateTimeOffset? FindMissedSince(string network, DateTimeOffset since);

    /// <summary>
    /// Returns the channels and threads of conversations in a network since a time, the last one first; at most a hundred.
    /// </summary>
    IReadOnlyList<string> FindPlaces(string network, DateTimeOffset since);

    /// <summary>Takes a claim of this process back, as of a message that was put off: it is new when it comes again.</summary>
    void Release(MessageKey message);

    /// <summary>Records that a message was replied to.</summary>
    /// <param name="message">The message.</param>
    /// <param name="replyId">The id of the reply.</param>
    /// <param name="reply">The reply, to be repeated for the same message, written at once; null where it need not be.</param>
    void Complete(MessageKey message, string replyId, Reply? reply);

    /// <summary>Returns the recorded reply to a message, or null.</summary>
    Reply? FindReply(MessageKey message);

    /// <summary>Returns the turns stored under a key, oldest first; empty where there are none.</summary>
    Turn[] FindTurns(TurnsKey key);

    /// <summary>Returns all turns stored for a place, by key.</summary>
    IReadOnlyList<(TurnsKey Key, Turn[] Turns)> FindTurns(string network, string place);

    /// <summary>Replaces the turns stored under a key; removes them where there are none.</summary>
    void Save(TurnsKey key, Turn[] turns);

    /// <summary>Records a question and what became of it, or replaces what was recorded under its id.</summary>
    void Record(AskedQuestion question);

    /// <summary>
    /// Records a person's vote on an answer, in the place of an earlier one. The reason and the words of a vote against it stay until
    /// others are given.
    /// </summary>
    /// <returns>False where no answer with this id is recorded.</returns>
    bool Vote(string answerId, string author, Vote vote);

    /// <summary>
    /// Returns the questions that were refused, answered as perhaps or voted down since a time and not closed, oldest first.
    /// </summary>
    IReadOnlyList<AskedQuestion> FindUnanswered(DateTimeOffset since);

    /// <summary>Returns an answer with its evidence, or null.</summary>
    AskedQuestion? Find(string answerId);

    /// <summary>Returns the answers since a time that cite an article and are not marked as changed, with their evidence.</summary>
    IReadOnlyList<AskedQuestion> FindCiting(string path, DateTimeOffset since);

    /// <summary>Returns the paths of the articles that answers since a time cite.</summary>
    IReadOnlyList<string> FindCitedPaths(DateTimeOffset since);

    /// <summary>Returns the settings that were made for a server, or null; also null where the store can't be read.</summary>
    ServerSettings? FindSettings(string network, string server);

    /// <summary>Replaces the settings of a server. They are kept without end.</summary>
    void Save(string network, string server, ServerSettings settings);

    /// <summary>Records that a question was passed to the editors.</summary>
    void Save(PassedQuestion passed);

    /// <summary>Returns the question that a message in the editors' channel passed on, or null.</summary>
    PassedQuestion? FindPassed(string network, string postId);

    /// <summary>Records that somebody wishes to be told when a question is answered.</summary>
    void Save(WaitingAsker asker);

    /// <summary>Returns those who wish to be told of an answer, and forgets them.</summary>
    IReadOnlyList<WaitingAsker> TakeWaiting(string answerId);

    /// <summary>Returns the answers that were marked as changed since a time, oldest first.</summary>
    IReadOnlyList<AskedQuestion> FindChanged(DateTimeOffset since);

    /// <summary>Marks an answer of which a cited passage has changed or gone.</summary>
    void MarkChanged(string answerId);

    /// <summary>Marks a question that the articles answer by now: it is no longer unanswered.</summary>
    void Close(string answerId);
}

/// <summary>A question that was asked.</summary>
/// <param name="Id">The id of its reply.</param>
/// <param name="At">The time.</param>
/// <param name="Network">The network.</param>
/// <param name="Author">The author's hash.</param>
/// <param name="Text">The question as it was typed.</param>
/// <param name="Outcome">The outcome: <c>grounded</c>, <c>perhaps</c>, <c>not_found</c>, or <c>tried</c> of an editor's trial.</param>
/// <param name="Closest">The closest article with its section, or null.</param>
internal sealed record AskedQuestion(
    string Id,
    DateTimeOffset At,
    string Network,
    string Author,
    string Text,
    string Outcome,
    string? Closest
)
{
    /// <summary>Number of tokens that a model read for it.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Number of tokens that a model wrote for it.</summary>
    public long ReplyTokens { get; init; }

    /// <summary>The version of the program that answered; null before it is stored.</summary>
    public string? Version { get; init; }

    /// <summary>The time when a cited passage was found changed or gone; null where none was.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The time when the articles were found to answer it; null where they were not.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Number of votes for the answer.</summary>
    public int Up { get; init; }

    /// <summary>Number of votes against the answer.</summary>
    public int Down { get; init; }

    /// <summary>Remarks on what is wrong with the answer, the newest first: people's own words, or a reason they chose.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The answer with its evidence; null where it was not read, or is not kept.</summary>
    public RecordedAnswer? Recorded { get; init; }
}

/// <summary>An answer with its evidence, as it is stored.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Passages">The passages considered for it, best first.</param>
/// <param name="Drafts">The sentences that a model wrote; empty where none was asked.</param>
internal sealed record RecordedAnswer(Answer Answer, IReadOnlyList<ScoredPassage> Passages, IReadOnlyList<ModelDraft> Drafts)
{
    /// <summary>Creates the record of an answer.</summary>
    public static RecordedAnswer Create(Answer answer) => new(answer, answer.Considered, answer.Model?.Drafts ?? []);

    /// <summary>The paths of the cited articles.</summary>
    public IEnumerable<string> CitedPaths =>
        (Answer as Answer.Grounded)?.Citations.Select(citation => citation.Path).Distinct(StringComparer.Ordinal) ?? [];
}

/// <summary>A question that was passed to the editors.</summary>
/// <param name="Network">The network.</param>
/// <param name="PostId">The id of the message in the editors' channel.</param>
/// <param name="AnswerId">The id of the reply that did not answer it.</param>
/// <param name="Channel">The channel in which it was asked.</param>
/// <param name="Thread">The thread, or null.</param>
/// <param name="MessageId">The id of the message that an editor's answer is to reply to.</param>
internal sealed record PassedQuestion(string Network, string PostId, string AnswerId, string Channel, string? Thread, string MessageId);

/// <summary>Somebody who wishes to be told when a question is answered.</summary>
/// <param name="Network">The network.</param>
/// <param name="AnswerId">The id of the reply that did not answer it.</param>
/// <param name="Channel">The channel in which it was asked.</param>
/// <param name="Thread">The thread, or null.</param>
/// <param name="MessageId">The id of the message that the answer is to reply to.</param>
internal sealed record WaitingAsker(string Network, string AnswerId, string Channel, string? Thread, string MessageId);

/// <summary>A vote on an answer.</summary>
/// <param name="IsUp">Whether it helped.</param>
/// <param name="Reason">The reason, or null.</param>
/// <param name="Comment">What is wrong in the person's own words, or null.</param>
internal readonly record struct Vote(bool IsUp, VoteReason? Reason, string? Comment = null);

/// <summary>The reason of a vote against an answer.</summary>
internal enum VoteReason
{
    /// <summary>It is wrong.</summary>
    Wrong,

    /// <summary>It answers another question.</summary>
    NotAsked,

    /// <summary>It is out of date.</summary>
    Outdated,

    /// <summary>Something is missing.</summary>
    Missing,
}

/// <summary>Identifies a message.</summary>
/// <param name="Network">The network.</param>
/// <param name="Place">The thread or channel; empty where ids are unique in the network.</param>
/// <param name="Author">The author's hash; empty where ids are unique in the network.</param>
/// <param name="Id">The message's id.</param>
internal readonly record struct MessageKey(string Network, string Place, string Author, string Id);

/// <summary>Identifies stored turns: those of a conversation, or those up to a message.</summary>
/// <param name="Network">The network.</param>
/// <param name="Place">The thread or channel.</param>
/// <param name="Name">The conversation (<c>c:</c> and its author's hash) or message (<c>m:</c> and its id).</param>
internal readonly record struct TurnsKey(string Network, string Place, string Name);
