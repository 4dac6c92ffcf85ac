using System.Data.Common;
using System.Globalization;
using BriefBot.Chat.Memory;

namespace BriefBot.Service.Chat.Memory;

/// <summary>
/// Creates and executes the statements of the store, in the SQL that SQLite and PostgreSQL share. Values are always parameters; times are
/// seconds since 1970.
/// </summary>
internal static class MemoryCommand
{
    /// <summary>
    /// Returns whether the message is new, or was claimed by a process that is gone and never replied to.
    /// </summary>
    /// <param name="connection">The database.</param>
    /// <param name="message">The message.</param>
    /// <param name="owner">This process.</param>
    /// <param name="at">The time.</param>
    /// <param name="aliveSince">The time since which a living process was seen; that of the future where no other can be alive.</param>
    public static bool Claim(DbConnection connection, MessageKey message, string owner, long at, long aliveSince)
    {
        using var command = Create(
            connection,
            "INSERT INTO messages (network, place, author, id, owner, at) VALUES (@a, @b, @c, @d, @e, @f) "
                + "ON CONFLICT (network, place, author, id) DO UPDATE SET owner = @e, at = @f "
                + "WHERE messages.reply_id IS NULL AND messages.owner <> @e AND NOT EXISTS "
                + "(SELECT 1 FROM processes WHERE processes.owner = messages.owner AND processes.at >= @g)",
            message.Network,
            message.Place,
            message.Author,
            message.Id,
            owner,
            at,
            aliveSince
        );
        return command.ExecuteNonQuery() > 0;
    }

    /// <summary>Returns the time of the first claim since a time without a reply, else that of the last claim, else 0.</summary>
    public static long FindMissedSince(DbConnection connection, string network, DateTimeOffset since) =>
        ReadNumber(
            connection,
            "SELECT COALESCE((SELECT MIN(at) FROM messages WHERE network = @a AND reply_id IS NULL AND at >= @b), "
                + "(SELECT MAX(at) FROM messages WHERE network = @a), 0)",
            network,
            since.ToUnixTimeSeconds()
        );

    /// <summary>Takes a claim back.</summary>
    public static void Release(DbConnection connection, MessageKey message, string owner) =>
        Execute(
            connection,
            "DELETE FROM messages WHERE network = @a AND place = @b AND author = @c AND id = @d AND owner = @e AND reply_id IS NULL",
            message.Network,
            message.Place,
            message.Author,
            message.Id,
            owner
        );

    /// <summary>Records that a process is alive, and forgets those that have not been for a day.</summary>
    public static void Live(DbConnection connection, string owner, long at)
    {
        Execute(
            connection,
            "INSERT INTO processes (owner, at) VALUES (@a, @b) ON CONFLICT (owner) DO UPDATE SET at = excluded.at",
            owner,
            at
        );
        Execute(connection, "DELETE FROM processes WHERE at < @a", at - 86_400);
    }

    /// <summary>Records that a process has ended.</summary>
    public static void Leave(DbConnection connection, string owner) => Execute(connection, "DELETE FROM processes WHERE owner = @a", owner);

    /// <summary>Deletes everything older than a time.</summary>
    public static void DeleteOlder(DbConnection connection, long oldest)
    {
        foreach (var table in new[] { "messages", "turns", "answers", "cited", "passed", "waiting" })
        {
            Execute(connection, $"DELETE FROM {table} WHERE at < @a", oldest);
        }

        Execute(connection, "DELETE FROM votes WHERE answer NOT IN (SELECT id FROM answers)");
    }

    /// <summary>Records a reply to a message.</summary>
    public static void Save(DbConnection connection, MessageKey message, string owner, long at, string replyId, byte[]? reply) =>
        Execute(
            connection,
            "INSERT INTO messages (network, place, author, id, owner, at, reply_id, reply) VALUES (@a, @b, @c, @d, @e, @f, @g, @h) "
                + "ON CONFLICT (network, place, author, id) DO UPDATE SET reply_id = excluded.reply_id, reply = excluded.reply",
            message.Network,
            message.Place,
            message.Author,
            message.Id,
            owner,
            at,
            replyId,
            reply
        );

    /// <summary>Replaces turns; removes them where <paramref name="turns"/> is null.</summary>
    public static void Save(DbConnection connection, TurnsKey key, long at, byte[]? turns)
    {
        if (turns is null)
        {
            Execute(connection, "DELETE FROM turns WHERE network = @a AND place = @b AND name = @c", key.Network, key.Place, key.Name);
        }
        else
        {
            Execute(
                connection,
                "INSERT INTO turns (network, place, name, at, turns) VALUES (@a, @b, @c, @d, @e) "
                    + "ON CONFLICT (network, place, name) DO UPDATE SET at = excluded.at, turns = excluded.turns",
                key.Network,
                key.Place,
                key.Name,
                at,
                turns
            );
        }
    }

    /// <summary>Returns the reply recorded for a message, or null.</summary>
    public static byte[]? FindReply(DbConnection connection, MessageKey message) =>
        ReadBlob(
            connection,
            "SELECT reply FROM messages WHERE network = @a AND place = @b AND author = @c AND id = @d",
            message.Network,
            message.Place,
            message.Author,
            message.Id
        );

    /// <summary>Returns the turns under a key, or null.</summary>
    public static byte[]? FindTurns(DbConnection connection, TurnsKey key) =>
        ReadBlob(connection, "SELECT turns FROM turns WHERE network = @a AND place = @b AND name = @c", key.Network, key.Place, key.Name);

    /// <summary>Returns all turns of a place.</summary>
    public static Dictionary<TurnsKey, byte[]?> FindTurns(DbConnection connection, string network, string place)
    {
        using var command = Create(connection, "SELECT name, turns FROM turns WHERE network = @a AND place = @b", network, place);
        using var reader = command.ExecuteReader();
        var found = new Dictionary<TurnsKey, byte[]?>();
        while (reader.Read())
        {
            found[new TurnsKey(network, place, reader.GetString(0))] = reader.GetFieldValue<byte[]>(1);
        }

        return found;
    }

    /// <summary>Returns the settings of a server, or null.</summary>
    public static byte[]? FindSettings(DbConnection connection, string network, string server) =>
        ReadBlob(connection, "SELECT settings FROM servers WHERE network = @a AND server = @b", network, server);

    /// <summary>Records the settings of a server, or replaces them.</summary>
    public static void Save(DbConnection connection, string network, string server, byte[] settings) =>
        Execute(
            connection,
            "INSERT INTO servers (network, server, settings) VALUES (@a, @b, @c) "
                + "ON CONFLICT (network, server) DO UPDATE SET settings = excluded.settings",
            network,
            server,
            settings
        );

    /// <summary>Returns the places of turns in a network since a time, the last one first; at most a hundred.</summary>
    public static IReadOnlyList<string> FindPlaces(DbConnection connection, string network, DateTimeOffset since) =>
        ReadTexts(
            connection,
            "SELECT place FROM turns WHERE network = @a AND at >= @b GROUP BY place ORDER BY MAX(at) DESC LIMIT 100",
            network,
            since.ToUnixTimeSeconds()
        );

    /// <summary>Returns the texts that a query finds.</summary>
    public static List<string> ReadTexts(DbConnection connection, string query, params object?[] values)
    {
        using var command = Create(connection, query, values);
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    /// <summary>Returns the one value that a query finds, or null.</summary>
    public static byte[]? ReadBlob(DbConnection connection, string query, params object?[] values)
    {
        using var command = Create(connection, query, values);
        return command.ExecuteScalar() as byte[];
    }

    /// <summary>Returns the one number that a query finds; 0 where it finds none.</summary>
    public static long ReadNumber(DbConnection connection, string query, params object?[] values)
    {
        using var command = Create(connection, query, values);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Executes statements. Returns the number of rows changed.</summary>
    public static int Execute(DbConnection connection, string statements, params object?[] values)
    {
        using var command = Create(connection, statements, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Creates a command with the parameters @a, @b and so on.</summary>
    public static DbCommand Create(DbConnection connection, string statement, params object?[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this namespace; values are parameters.
        command.CommandText = statement;
#pragma warning restore CA2100
        foreach (var (i, value) in values.Index())
        {
            var parameter = command.CreateParameter();
            // PostgreSQL takes no U+0000 in a text.
            (parameter.ParameterName, parameter.Value) = (
                $"@{(char)('a' + i)}",
                value is string text ? text.Replace("\0", "", StringComparison.Ordinal) : value ?? DBNull.Value
            );
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
