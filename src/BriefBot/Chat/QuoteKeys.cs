using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BriefBot.Answers;

namespace BriefBot.Chat;

/// <summary>
/// Quotes as short keys, made of their words and their article's path, from which they are found again in the index after any
/// time. Of 2^72 pairs of quotes one has the same key by accident.
/// </summary>
internal static class QuoteKeys
{
    /// <summary>Maximum number of keys that fit in a button's id.</summary>
    private const int MaxKeys = 7;

    private const int PathBytes = 3;
    private const int QuoteBytes = 6;
    private const int PathLength = 4;
    private const int KeyLength = 12;

    /// <summary>The keys of the first quotes, in letters, digits, <c>-</c> and <c>_</c>; at the most 84.</summary>
    public static string Create(IEnumerable<Citation> citations) => Create(citations.Select(citation => (citation.Path, citation.Quote)));

    /// <summary>Returns the key of the closest passages.</summary>
    public static string Create(IEnumerable<NearMiss> closest) => Create(closest.Select(passage => (passage.Path, passage.Quote)));

    /// <summary>The keys apart: of the path, and of the quote.</summary>
    public static IEnumerable<(string Path, string Quote)> Read(string keys) =>
        keys.Chunk(KeyLength)
            .Where(key => key.Length == KeyLength)
            .Select(key => (new string(key, 0, PathLength), new string(key, PathLength, KeyLength - PathLength)));

    private static string Create(IEnumerable<(string Path, string Quote)> quotes) =>
        string.Concat(quotes.Take(MaxKeys).Select(quote => OfPath(quote.Path) + OfQuote(quote.Quote)));

    public static string OfPath(string path) => Key(path, PathBytes);

    public static string OfQuote(string quote) => Key(quote, QuoteBytes);

    private static string Key(string text, int bytes) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
