using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefBot.Answers;

namespace BriefBot.Service.Answers;

/// <summary>
/// Limits the tokens used in a day, in total and by author. The count is kept in a file, so a restart does not reset it; authors are stored
/// under a hash that changes daily. Safe for concurrent use.
/// </summary>
internal sealed class TokenBudget
{
    private const int HashLength = 16;

    private readonly Lock _lock = new();
    private readonly ModelOptions _options;
    private readonly string? _path;
    private readonly TimeProvider _time;
    private readonly ILogger<TokenBudget> _logger;
    private TokensUsed _used;
    private DateOnly? _refusedOn;

    /// <param name="options">The limits.</param>
    /// <param name="path">The file, or null to keep it in memory.</param>
    /// <param name="time">Whose days count, in UTC.</param>
    /// <param name="logger">Logs when the file can't be read or written; then only tokens used since the start count.</param>
    public TokenBudget(ModelOptions options, string? path, TimeProvider time, ILogger<TokenBudget> logger)
    {
        (_options, _path, _time, _logger) = (options, path, time, logger);
        _used = Read() ?? new TokensUsed(Today, 0, []);
    }

    private DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    /// <summary>Gets which part of the tokens of today is used, by all, from 0; null where there is no limit.</summary>
    public double? UsedShare
    {
        get
        {
            lock (_lock)
            {
                Turn();
                return _options.TokensPerDay > 0 ? (double)_used.All / _options.TokensPerDay : null;
            }
        }
    }

    /// <summary>Gets whether a call was refused today because too few tokens were left for all.</summary>
    public bool IsUsedUp
    {
        get
        {
            lock (_lock)
            {
                return _refusedOn == Today;
            }
        }
    }

    /// <summary>Sets tokens aside for a call, where there are as many left.</summary>
    public bool TryTake(string author, int tokens)
    {
        lock (_lock)
        {
            Turn();
            var own = _used.ByAuthor.GetValueOrDefault(Key(author));
            var isUsedUp = IsOver(_used.All + tokens, _options.TokensPerDay);
            _refusedOn = isUsedUp ? Today : _refusedOn;
            if (isUsedUp || IsOver(own + tokens, _options.TokensPerAuthorAndDay))
            {
                return false;
            }

            Add(author, tokens);
            return true;
        }
    }

    /// <summary>Replaces the tokens set aside for a finished call by those it used; unknown use counts as the amount set aside.</summary>
    public void Settle(string author, int taken, int used)
    {
        lock (_lock)
        {
            Turn();
            Add(author, used - taken);
        }
    }

    private static bool IsOver(long tokens, int limit) => limit > 0 && tokens > limit;

    private void Add(string author, int tokens)
    {
        var key = Key(author);
        _used.ByAuthor[key] = Math.Max(_used.ByAuthor.GetValueOrDefault(key) + tokens, 0);
        _used = _used with { All = Math.Max(_used.All + tokens, 0) };
        Write();
    }

    private void Turn()
    {
        if (_used.Day != Today)
        {
            _used = new TokensUsed(Today, 0, []);
        }
    }

    private string Key(string author) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{_used.Day:O} {author}")))[..HashLength];

    private TokensUsed? Read()
    {
        try
        {
            return _path is not null && File.Exists(_path)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(_path), TokensUsedJson.Default.TokensUsed)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            Log.UsageNotKept(_logger, e, _path ?? "");
            return null;
        }
    }

    /// <summary>Whole or not at all.</summary>
    private void Write()
    {
        if (_path is null)
        {
            return;
        }

        try
        {
            var unfinished = _path + ".new";
            File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(_used, TokensUsedJson.Default.TokensUsed));
            File.Move(unfinished, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.UsageNotKept(_logger, e, _path);
        }
    }
}

/// <summary>The tokens that a day has used.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="All">By all authors.</param>
/// <param name="ByAuthor">By author, under a hash.</param>
internal sealed record TokensUsed(DateOnly Day, long All, Dictionary<string, long> ByAuthor);

[JsonSerializable(typeof(TokensUsed))]
internal sealed partial class TokensUsedJson : JsonSerializerContext;

/// <summary>The day's tokens are used up, and the model was not asked.</summary>
internal sealed class OverBudgetException() : Exception("The day's tokens are used up.");
