using System.Data.Common;
using System.Text.Json;
using BriefBot.Chat;
using BriefBot.Chat.Memory;

namespace BriefBot.Service.Chat.Memory;

/// <summary>Deletes what is stored of an author.</summary>
internal static class AuthorRecords
{
    /// <param name="Answers">Number of questions with their answers.</param>
    /// <param name="Conversations">Number of stored turns of conversations, or parts of them.</param>
    /// <param name="Messages">Number of handled messages.</param>
    /// <param name="Votes">Number of votes.</param>
    internal readonly record struct Deleted(int Answers, int Conversations, int Messages, int Votes);

    /// <summary>Deletes everything of an author: questions, answers, turns in shared conversations too, handled messages, votes.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="author">The author's hash.</param>
    public static Deleted Delete(DbConnection connection, string author)
    {
        using var transaction = connection.BeginTransaction();
        var messages = MemoryCommand.Execute(
            connection,
            "DELETE FROM messages WHERE author = @a OR reply_id IN (SELECT id FROM answers WHERE author = @a)",
            author
        );
        var conversations = DeleteTurns(connection, author);
        MemoryCommand.Execute(connection, "DELETE FROM waiting WHERE answer IN (SELECT id FROM answers WHERE author = @a)", author);
        MemoryCommand.Execute(connection, "DELETE FROM passed WHERE answer IN (SELECT id FROM answers WHERE author = @a)", author);
        MemoryCommand.Execute(connection, "DELETE FROM cited WHERE answer IN (SELECT id FROM answers WHERE author = @a)", author);
        var votes = MemoryCommand.Execute(connection, "DELETE FROM votes WHERE author = @a", author);
        MemoryCommand.Execute(connection, "DELETE FROM votes WHERE answer IN (SELECT id FROM answers WHERE author = @a)", author);
        var answers = MemoryCommand.Execute(connection, "DELETE FROM answers WHERE author = @a", author);
        transaction.Commit();
        return new Deleted(answers, conversations, messages, votes);
    }

    private static int DeleteTurns(DbConnection connection, string author)
    {
        var changed = new List<(TurnsKey Key, long At, Turn[] Turns)>();
        using (var command = MemoryCommand.Create(connection, "SELECT network, place, name, at, turns FROM turns"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                var key = new TurnsKey(reader.GetString(0), reader.GetString(1), reader.GetString(2));
                var turns = Parse(reader.GetFieldValue<byte[]>(4));
                Turn[] kept = [.. turns.Where(turn => turn.Author != author)];
                if (kept.Length < turns.Length || key.Name.EndsWith(author, StringComparison.Ordinal))
                {
                    changed.Add((key, reader.GetInt64(3), kept));
                }
            }
        }

        foreach (var (key, at, kept) in changed)
        {
            MemoryCommand.Save(
                connection,
                key,
                at,
                kept.Length > 0 ? JsonSerializer.SerializeToUtf8Bytes(kept, MemoryJson.Default.TurnArray) : null
            );
        }

        return changed.Count;
    }

    private static Turn[] Parse(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, MemoryJson.Default.TurnArray) ?? [];
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return [];
        }
    }
}
