using System.Security.Cryptography;
using System.Text;
using BriefBot.Chat.Memory;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Chat.Memory;

internal static class MemoryRegistration
{
    /// <summary>Name of the file in the data folder with the key of the hashes of authors.</summary>
    private const string KeyFile = "memory-key";

    /// <summary>Registers the store: in the data folder, which this process holds, or in PostgreSQL.</summary>
    public static IServiceCollection AddMemory(this IServiceCollection services, Func<IServiceProvider, string> dataPath, string version)
    {
        services.AddSingleton<IAnswerStore>(provider => new DatabaseAnswerStore(
            Database(provider.GetRequiredService<IOptions<MemoryOptions>>().Value, dataPath(provider)),
            version,
            provider.GetRequiredService<IOptions<MemoryOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DatabaseAnswerStore>>()
        ));
        services.AddSingleton(provider =>
            Hash(
                provider.GetRequiredService<IOptions<MemoryOptions>>().Value,
                dataPath(provider),
                provider.GetRequiredService<ILogger<DatabaseAnswerStore>>()
            )
        );
        services.AddSingleton<GapReports>();
        services.AddSingleton<AnswerReview>();
        services.AddHostedService<AnswerReviewWorker>();
        services.AddHostedService<EditorsDigestWorker>();
        return services;
    }

    /// <summary>Returns the database that the settings name.</summary>
    public static IMemoryDatabase Database(MemoryOptions options, string dataPath) =>
        options.Postgres.Length > 0 ? new PostgresDatabase(options.Postgres) : new SqliteDatabase(dataPath);

    /// <summary>Returns the hash of authors by the key that is set, or else by that in the data folder; null where there is none.</summary>
    /// <exception cref="IOException">The key can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The key can't be read.</exception>
    public static AuthorHash? FindHash(MemoryOptions options, string dataPath) =>
        options.Key.Length > 0 ? new AuthorHash(SHA256.HashData(Encoding.UTF8.GetBytes(options.Key)))
        : Path.Combine(dataPath, KeyFile) is var path
        && File.Exists(path)
        && File.ReadAllBytes(path) is { Length: AuthorHash.KeyLength } key
            ? new AuthorHash(key)
        : null;

    /// <summary>Reads the key, and makes one where there is none.</summary>
    /// <exception cref="IOException">It can't be read or made; the message says what to do.</exception>
    private static AuthorHash Hash(MemoryOptions memory, string dataPath, ILogger logger)
    {
        var path = Path.Combine(dataPath, KeyFile);
        try
        {
            if (FindHash(memory, dataPath) is { } found)
            {
                return found;
            }

            if (File.Exists(Path.Combine(dataPath, SqliteDatabase.FileName)))
            {
                Log.KeyLost(logger, path);
            }

            var made = RandomNumberGenerator.GetBytes(AuthorHash.KeyLength);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            file.Write(made);
            return new AuthorHash(made);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"Data:Path: {path} can't be read or written ({e.Message}). Give the service’s user write access, or set Memory:Enabled = false.",
                e
            );
        }
    }
}
