using BriefBot.Chat.Memory;
using Microsoft.Data.Sqlite;

namespace BriefBot.Service.Chat.Memory;

/// <summary>Creates and executes the statements of the store. Values are always parameters.</summary>
internal static class MemoryCommand
{
    /// <summary>Returns whether the message is new, or was claimed by an earlier process and never replied to.</summary>
    public static bool Claim(SqliteConnection connection, MessageKey message, string owner, long at)
    {
        using var command = Create(
            connection,
            "INSERT INTO messages (network, place, author, id, owner, at) VALUES ($a, $b, $c, $d, $e, $f) "
                + "ON CONFLICT DO UPDATE SET owner = $e, at = $f WHERE reply_id IS NULL AND owner <> $e",
            message.Network,
            message.Place,
            message.Author,
            message.Id,
            owner,
            at
        );
        return command.ExecuteNonQuery() > 0;
    }

    /// <summary>Deletes everything older than a time, in seconds since 1970.</summary>
    public static void DeleteOlder(SqliteConnection connection, long oldest)
    {
        using var messages = Create(connection, "DELETE FROM messages WHERE at < $a", oldest);
        messages.ExecuteNonQuery();
        using var turns = Create(connection, "DELETE FROM turns WHERE at < $a", oldest);
        turns.ExecuteNonQuery();
        using var answers = Create(connection, "DELETE FROM answers WHERE at < $a", oldest);
        answers.ExecuteNonQuery();
        using var votes = Create(connection, "DELETE FROM votes WHERE answer NOT IN (SELECT id FROM answers)");
        votes.ExecuteNonQuery();
    }

    /// <summary>Records a reply to a message.</summary>
    public static void Save(SqliteConnection connection, MessageKey message, string owner, long at, string replyId, byte[]? reply)
    {
        using var command = Create(
            connection,
            "INSERT INTO messages (network, place, author, id, owner, at, reply_id, reply) VALUES ($a, $b, $c, $d, $e, $f, $g, $h) "
                + "ON CONFLICT DO UPDATE SET reply_id = $g, reply = $h",
            message.Network,
            message.Place,
            message.Author,
            message.Id,
            owner,
            at,
            replyId,
            (object?)reply ?? DBNull.Value
        );
        command.ExecuteNonQuery();
    }

    /// <summary>Replaces turns; removes them where <paramref name="turns"/> is null.</summary>
    public static void Save(SqliteConnection connection, TurnsKey key, long at, byte[]? turns)
    {
        using var command = turns is null
            ? Create(connection, "DELETE FROM turns WHERE network = $a AND place = $b AND name = $c", key.Network, key.Place, key.Name)
            : Create(
                connection,
                "INSERT INTO turns (network, place, name, at, turns) VALUES ($a, $b, $c, $d, $e) ON CONFLICT DO UPDATE SET at = $d, turns = $e",
                key.Network,
                key.Place,
                key.Name,
                at,
                turns
            );
        command.ExecuteNonQuery();
    }

    /// <summary>Records a question, or replaces the one with the same id.</summary>
    public static void Save(SqliteConnection connection, AskedQuestion question)
    {
        using var command = Create(
            connection,
            "INSERT OR REPLACE INTO answers (id, at, network, author, question, outcome, closest) VALUES ($a, $b, $c, $d, $e, $f, $g)",
            question.Id,
            question.At.ToUnixTimeSeconds(),
            question.Network,
            question.Author,
            question.Text,
            question.Outcome,
            (object?)question.Closest ?? DBNull.Value
        );
        command.ExecuteNonQuery();
    }

    /// <summary>Records a vote, or replaces the one of the same person.</summary>
    public static void Save(SqliteConnection connection, string answer, string author, long at, Vote vote)
    {
        using var command = Create(
            connection,
            "INSERT OR REPLACE INTO votes (answer, author, at, up, reason) VALUES ($a, $b, $c, $d, $e)",
            answer,
            author,
            at,
            vote.IsUp ? 1 : 0,
            (object?)vote.Reason?.ToString() ?? DBNull.Value
        );
        command.ExecuteNonQuery();
    }

    /// <summary>Returns the questions that were refused, answered as perhaps or voted down since a time, oldest first.</summary>
    public static IReadOnlyList<AskedQuestion> FindUnanswered(SqliteConnection connection, DateTimeOffset since)
    {
        using var command = Create(
            connection,
            "SELECT id, at, network, author, question, outcome, closest FROM answers WHERE at >= $a AND (outcome <> 'grounded' "
                + "OR EXISTS (SELECT 1 FROM votes WHERE answer = id AND up = 0)) ORDER BY at, id",
            since.ToUnixTimeSeconds()
        );
        using var reader = command.ExecuteReader();
        var found = new List<AskedQuestion>();
        while (reader.Read())
        {
            found.Add(
                new AskedQuestion(
                    reader.GetString(0),
                    DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(1)),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetString(4),
                    reader.GetString(5),
                    reader.IsDBNull(6) ? null : reader.GetString(6)
                )
            );
        }

        return found;
    }

    /// <summary>Returns the one value that a query finds, or null.</summary>
    public static byte[]? ReadBlob(SqliteConnection connection, string query, params object[] values)
    {
        using var command = Create(connection, query, values);
        return command.ExecuteScalar() as byte[];
    }

    /// <summary>Creates a command with the parameters $a, $b and so on.</summary>
    public static SqliteCommand Create(SqliteConnection connection, string statement, params object[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this namespace; values are parameters.
        command.CommandText = statement;
#pragma warning restore CA2100
        foreach (var (i, value) in values.Index())
        {
            command.Parameters.AddWithValue($"${(char)('a' + i)}", value);
        }

        return command;
    }
}
