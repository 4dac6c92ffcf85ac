using System.Data.Common;
using BriefBot.Chat.Memory;
using BriefBot.Service.Chat.Memory;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary>Checks the database of the store, where one is set.</summary>
internal static class MemoryChecks
{
    private const string Area = "store";

    public static IEnumerable<DoctorResult> Database(MemoryOptions options)
    {
        if (!options.Enabled || options.Postgres.Length == 0 || !PostgresDatabase.IsConnection(options.Postgres))
        {
            yield break;
        }

        yield return Open(options.Postgres);
    }

    private static DoctorResult Open(string connection)
    {
        var database = new PostgresDatabase(connection);
        try
        {
            using var opened = database.Open();
            return DoctorResult.Good(Area, $"{database.Name} can be written");
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException or InvalidOperationException)
        {
            return DoctorResult.Problem(Area, $"{database.Name} can't be used ({e.Message}). Start it, or set Memory:Postgres.");
        }
    }
}
