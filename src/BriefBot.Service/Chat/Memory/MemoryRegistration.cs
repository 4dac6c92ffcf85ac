using System.Security.Cryptography;
using BriefBot.Chat.Memory;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Chat.Memory;

internal static class MemoryRegistration
{
    /// <summary>Name of the file in the data folder with the key of the hashes of authors.</summary>
    private const string KeyFile = "memory-key";

    /// <summary>Registers the store in the data folder, which this process holds.</summary>
    public static IServiceCollection AddMemory(this IServiceCollection services, Func<IServiceProvider, string> dataPath)
    {
        services.AddSingleton<IAnswerStore>(provider => new SqliteAnswerStore(
            dataPath(provider),
            provider.GetRequiredService<IOptions<MemoryOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteAnswerStore>>()
        ));
        services.AddSingleton(provider => ReadHash(dataPath(provider)));
        return services;
    }

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
