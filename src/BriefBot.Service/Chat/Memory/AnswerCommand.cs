using System.Data.Common;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;

namespace BriefBot.Service.Chat.Memory;

/// <summary>The statements about answers, votes and questions passed to the editors; as in <see cref="MemoryCommand"/>.</summary>
internal static class AnswerCommand
{
    private const string Columns =
        "id, answers.at, network, answers.author, question, outcome, closest, prompt_tokens, reply_tokens, version, changed, closed, "
        + "(SELECT COUNT(*) FROM votes WHERE answer = id AND up = 1), (SELECT COUNT(*) FROM votes WHERE answer = id AND up = 0)";

    /// <summary>Records a question, or replaces the one with the same id.</summary>
    public static void Save(DbConnection connection, AskedQuestion question, string version)
    {
        MemoryCommand.Execute(
            connection,
            "INSERT INTO answers (id, at, network, author, question, outcome, closest, prompt_tokens, reply_tokens, version, content) "
                + "VALUES (@a, @b, @c, @d, @e, @f, @g, @h, @i, @j, @k) ON CONFLICT (id) DO UPDATE SET outcome = excluded.outcome, "
                + "closest = excluded.closest, prompt_tokens = excluded.prompt_tokens, reply_tokens = excluded.reply_tokens, "
                + "version = excluded.version, content = excluded.content",
            question.Id,
            question.At.ToUnixTimeSeconds(),
            question.Network,
            question.Author,
            question.Text,
            question.Outcome,
            question.Closest,
            question.PromptTokens,
            question.ReplyTokens,
            version,
            question.Recorded is null ? null : RecordedContent.Write(question.Recorded)
        );
        MemoryCommand.Execute(connection, "DELETE FROM cited WHERE answer = @a", question.Id);
        foreach (var path in question.Recorded?.CitedPaths ?? [])
        {
            MemoryCommand.Execute(
                connection,
                "INSERT INTO cited (path, answer, at) VALUES (@a, @b, @c) ON CONFLICT (path, answer) DO NOTHING",
                path,
                question.Id,
                question.At.ToUnixTimeSeconds()
            );
        }
    }

    /// <summary>Records a vote, or replaces the one of the same person.</summary>
    public static void Save(DbConnection connection, string answer, string author, long at, Vote vote) =>
        MemoryCommand.Execute(
            connection,
            "INSERT INTO votes (answer, author, at, up, reason, comment) VALUES (@a, @b, @c, @d, @e, @f) "
                + "ON CONFLICT (answer, author) DO UPDATE SET at = excluded.at, up = excluded.up, "
                + "reason = CASE WHEN excluded.up = 1 THEN NULL ELSE COALESCE(excluded.reason, votes.reason) END, "
                + "comment = CASE WHEN excluded.up = 1 THEN NULL ELSE COALESCE(excluded.comment, votes.comment) END",
            answer,
            author,
            at,
            vote.IsUp ? 1L : 0L,
            vote.Reason?.ToString(),
            vote.Comment
        );

    /// <summary>Records that a question was passed to the editors.</summary>
    public static void Save(DbConnection connection, PassedQuestion passed, long at) =>
        MemoryCommand.Execute(
            connection,
            "INSERT INTO passed (network, post, answer, channel, thread, message, at) VALUES (@a, @b, @c, @d, @e, @f, @g) "
                + "ON CONFLICT (network, post) DO NOTHING",
            passed.Network,
            passed.PostId,
            passed.AnswerId,
            passed.Channel,
            passed.Thread,
            passed.MessageId,
            at
        );

    /// <summary>Returns the question that a post passed to the editors, or null.</summary>
    public static PassedQuestion? FindPassed(DbConnection connection, string network, string post)
    {
        using var command = MemoryCommand.Create(
            connection,
            "SELECT answer, channel, thread, message FROM passed WHERE network = @a AND post = @b",
            network,
            post
        );
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new PassedQuestion(
                network,
                post,
                reader.GetString(0),
                reader.GetString(1),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.GetString(3)
            )
            : null;
    }

    /// <summary>Records that somebody wishes to be told when a question is answered.</summary>
    public static void Save(DbConnection connection, WaitingAsker asker, long at) =>
        MemoryCommand.Execute(
            connection,
            "INSERT INTO waiting (network, answer, channel, thread, message, at) VALUES (@a, @b, @c, @d, @e, @f) "
                + "ON CONFLICT (network, answer, message) DO NOTHING",
            asker.Network,
            asker.AnswerId,
            asker.Channel,
            asker.Thread,
            asker.MessageId,
            at
        );

    /// <summary>Returns those who wish to be told of an answer, and deletes them.</summary>
    public static IReadOnlyList<WaitingAsker> TakeWaiting(DbConnection connection, string answer)
    {
        using var command = MemoryCommand.Create(
            connection,
            "DELETE FROM waiting WHERE answer = @a RETURNING network, channel, thread, message",
            answer
        );
        using var reader = command.ExecuteReader();
        var found = new List<WaitingAsker>();
        while (reader.Read())
        {
            found.Add(
                new WaitingAsker(
                    reader.GetString(0),
                    answer,
                    reader.GetString(1),
                    reader.IsDBNull(2) ? null : reader.GetString(2),
                    reader.GetString(3)
                )
            );
        }

        return found;
    }

    /// <summary>Returns the answers that were marked as changed since a time, oldest first.</summary>
    public static IReadOnlyList<AskedQuestion> FindChanged(DbConnection connection, DateTimeOffset since) =>
        Read(connection, $"SELECT {Columns} FROM answers WHERE changed >= @a ORDER BY changed, id", since.ToUnixTimeSeconds());

    /// <summary>Marks an answer whose source has changed, once.</summary>
    public static void MarkChanged(DbConnection connection, string answer, long at) =>
        MemoryCommand.Execute(connection, "UPDATE answers SET changed = @b WHERE id = @a AND changed IS NULL", answer, at);

    /// <summary>Marks a question that the articles answer by now.</summary>
    public static void Close(DbConnection connection, string answer, long at) =>
        MemoryCommand.Execute(connection, "UPDATE answers SET closed = @b WHERE id = @a", answer, at);

    /// <summary>Returns the questions that were refused, answered as perhaps or voted down since a time, oldest first.</summary>
    /// <remarks>
    /// Without those that the articles answer by now, or whose source has changed, unless they were voted down after that.
    /// </remarks>
    public static IReadOnlyList<AskedQuestion> FindUnanswered(DbConnection connection, DateTimeOffset since)
    {
        var remarks = FindRemarks(connection, since);
        return
        [
            .. Read(
                    connection,
                    $"SELECT {Columns} FROM answers WHERE answers.at >= @a AND ((outcome IN ('perhaps', 'not_found') AND closed IS NULL) OR EXISTS "
                        + "(SELECT 1 FROM votes WHERE answer = id AND up = 0 AND (closed IS NULL OR votes.at > closed) "
                        + "AND (changed IS NULL OR votes.at > changed))) ORDER BY answers.at, id",
                    since.ToUnixTimeSeconds()
                )
                .Select(question => question with { Remarks = [.. remarks[question.Id]] }),
        ];
    }

    /// <summary>Returns the remarks on what is wrong with answers since a time, the newest first, by answer.</summary>
    private static ILookup<string, string> FindRemarks(DbConnection connection, DateTimeOffset since)
    {
        using var command = MemoryCommand.Create(
            connection,
            "SELECT answer, reason, comment FROM votes WHERE up = 0 AND at >= @a AND (reason IS NOT NULL OR comment IS NOT NULL) "
                + "ORDER BY at DESC, author",
            since.ToUnixTimeSeconds()
        );
        using var reader = command.ExecuteReader();
        var found = new List<(string Answer, string Remark)>();
        while (reader.Read())
        {
            var comment = reader.IsDBNull(2) ? null : reader.GetString(2);
            var reason = reader.IsDBNull(1) ? null : reader.GetString(1);
            if ((comment ?? (Enum.TryParse<VoteReason>(reason, out var known) ? ReplyActions.Label(known) : null)) is { } remark)
            {
                found.Add((reader.GetString(0), remark));
            }
        }

        return found.ToLookup(one => one.Answer, one => one.Remark);
    }

    /// <summary>Returns the answers since a time, oldest first; of one author, or of all.</summary>
    public static IReadOnlyList<AskedQuestion> FindAll(DbConnection connection, DateTimeOffset since, string? author) =>
        author is null
            ? Read(connection, $"SELECT {Columns} FROM answers WHERE answers.at >= @a ORDER BY answers.at, id", since.ToUnixTimeSeconds())
            : Read(
                connection,
                $"SELECT {Columns} FROM answers WHERE answers.at >= @a AND answers.author = @b ORDER BY answers.at, id",
                since.ToUnixTimeSeconds(),
                author
            );

    /// <summary>Returns the unmarked answers since a time that cite an article, with their evidence.</summary>
    public static IReadOnlyList<AskedQuestion> FindCiting(DbConnection connection, string path, DateTimeOffset since) =>
        [
            .. Read(
                    connection,
                    $"SELECT {Columns} FROM answers WHERE changed IS NULL AND id IN (SELECT answer FROM cited WHERE path = @a AND at >= @b)",
                    path,
                    since.ToUnixTimeSeconds()
                )
                .Select(question => WithEvidence(connection, question)),
        ];

    /// <summary>Returns the paths of the articles that answers since a time cite.</summary>
    public static IReadOnlyList<string> FindCitedPaths(DbConnection connection, DateTimeOffset since) =>
        MemoryCommand.ReadTexts(connection, "SELECT DISTINCT path FROM cited WHERE at >= @a", since.ToUnixTimeSeconds());

    /// <summary>Returns an answer with its evidence, or null.</summary>
    public static AskedQuestion? Find(DbConnection connection, string id) =>
        Read(connection, $"SELECT {Columns} FROM answers WHERE id = @a", id) is [var found] ? WithEvidence(connection, found) : null;

    /// <summary>Returns a copy of an answer with its evidence.</summary>
    public static AskedQuestion WithEvidence(DbConnection connection, AskedQuestion question) =>
        question with
        {
            Recorded = MemoryCommand.ReadBlob(connection, "SELECT content FROM answers WHERE id = @a", question.Id) is { } content
                ? RecordedContent.Read(content)
                : null,
        };

    /// <summary>Returns whether an answer is recorded.</summary>
    public static bool Contains(DbConnection connection, string answer) =>
        MemoryCommand.ReadNumber(connection, "SELECT COUNT(*) FROM answers WHERE id = @a", answer) > 0;

    private static List<AskedQuestion> Read(DbConnection connection, string query, params object?[] values)
    {
        using var command = MemoryCommand.Create(connection, query, values);
        using var reader = command.ExecuteReader();
        var found = new List<AskedQuestion>();
        while (reader.Read())
        {
            found.Add(
                new AskedQuestion(
                    reader.GetString(0),
                    Time(reader, 1) ?? default,
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetString(4),
                    reader.GetString(5),
                    reader.IsDBNull(6) ? null : reader.GetString(6)
                )
                {
                    PromptTokens = reader.GetInt64(7),
                    ReplyTokens = reader.GetInt64(8),
                    Version = reader.IsDBNull(9) ? null : reader.GetString(9),
                    ChangedAt = Time(reader, 10),
                    ClosedAt = Time(reader, 11),
                    Up = (int)reader.GetInt64(12),
                    Down = (int)reader.GetInt64(13),
                }
            );
        }

        return found;
    }

    private static DateTimeOffset? Time(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(column));
}
