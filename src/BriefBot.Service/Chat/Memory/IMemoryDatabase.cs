using System.Data.Common;

namespace BriefBot.Service.Chat.Memory;

/// <summary>The database of the store. Used by one thread at a time.</summary>
internal interface IMemoryDatabase
{
    /// <summary>The name for the log: a path, or a host and a database. Holds no secret.</summary>
    string Name { get; }

    /// <summary>Indicates whether other processes may write the database too.</summary>
    bool IsShared { get; }

    /// <summary>Indicates whether the database is gone from where it was, so that it has to be opened anew.</summary>
    bool IsLost => false;

    /// <summary>Opens the database and brings its tables up to date; creates them where there are none.</summary>
    /// <exception cref="DbException">It can't be opened or written.</exception>
    /// <exception cref="IOException">Its file can't be opened or written.</exception>
    DbConnection Open();

    /// <summary>Deletes a database that was set aside and is older than a time.</summary>
    void DeleteAside(DateTimeOffset before) { }

    /// <summary>Sets a damaged database aside, so that the next <see cref="Open"/> creates it anew.</summary>
    /// <param name="failure">The failure of a command.</param>
    /// <returns>Where it is now; null where the failure means no damage.</returns>
    /// <exception cref="IOException">It can't be moved.</exception>
    string? SetAside(DbException failure);
}
