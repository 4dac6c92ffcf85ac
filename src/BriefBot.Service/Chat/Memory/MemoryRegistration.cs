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
        services.AddSingleton(provider => Hash(provider.GetRequiredService<IOptions<MemoryOptions>>().Value, dataPath(provider)));
        services.AddSingleton<GapReports>();
        services.AddSingleton<AnswerReview>();
        services.AddHostedService<AnswerReviewWorker>();
        services.AddHostedService<EditorsDigestWorker>();
        return services;
    }

    /// <summary>Returns the database that the settings name.</summary>
    public static IMemoryDatabase Database(MemoryOptions options, string dataPath) =>
        options.Postgres.Length > 0 ? new PostgresDatabase(options.Postgres) : new SqliteDatabase(dataPath);

    /// <summary>Returns the hash of authors: by the key that is set, or else by that in the data folder.</summary>
    /// <exception cref="IOException">The key can't be read or made; the message says what to do.</exception>
    public static AuthorHash Hash(MemoryOptions options, string dataPath) =>
        options.Key.Length > 0 ? new AuthorHash(SHA256.HashData(Encoding.UTF8.GetBytes(options.Key))) : ReadHash(dataPath);

    /// <summary>Reads the key, and makes one where there is none.</summary>
    /// <exception cref="IOException">It can't be read or made; the message says what to do.</exception>
    private static AuthorHash ReadHash(string dataPath)
    {
        var path = Path.Combine(dataPath, KeyFile);
        try
        {
            if (File.Exists(path) && File.ReadAllBytes(path) is { Length: AuthorHash.KeyLength } key)
            {
                return new AuthorHash(key);
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
                $"Data:Path: {path} can't be read or written ({e.Message}). Let the service write there, or set Memory:Enabled = false.",
                e
            );
        }
    }
}
