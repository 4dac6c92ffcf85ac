using System.Security.Cryptography;
using System.Text;

namespace BriefBot.Chat.Memory;

/// <summary>Hashes authors with a secret key, so that the store holds no names, ids or addresses. Immutable.</summary>
/// <param name="key">The key, 32 random bytes.</param>
internal sealed class AuthorHash(byte[] key)
{
    /// <summary>Length of the key in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>Length of a hash in bytes: half of SHA-256, enough against collisions.</summary>
    private const int HashLength = 16;

    /// <summary>Creates hashes that are valid in this process only.</summary>
    public static AuthorHash Random() => new(RandomNumberGenerator.GetBytes(KeyLength));

    /// <summary>Returns the hash of an author in a network, as lower-case hexadecimal (HMAC-SHA256, RFC 2104).</summary>
    public string Compute(string network, string author) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{network}\n{author}")).AsSpan(0, HashLength));
}
