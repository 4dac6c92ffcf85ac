using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;

namespace BriefBot.Service.Chat;

/// <summary>
/// Asks for a key, as <c>Authorization: Bearer KEY</c>, on every route that is not open to all, and on those too that are not there. Keys
/// are compared in a time that tells nothing of them.
/// </summary>
/// <param name="keys">The keys that are valid now; empty where none is asked for.</param>
/// <param name="refused">Counts requests without a valid key.</param>
internal sealed class ApiKeyCheck(Func<IReadOnlyList<string>> keys, Action<HttpContext> refused)
{
    private const string Scheme = "Bearer ";

    /// <summary>Marks routes that need no key.</summary>
    public static AllowAnonymousAttribute Open { get; } = new();

    public Task RefuseAsync(HttpContext http, RequestDelegate next)
    {
        var valid = keys();
        if (
            valid.Count == 0
            || Probe.Is(http)
            || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || IsKey(http.Request.Headers.Authorization.ToString(), valid)
        )
        {
            return next(http);
        }

        refused(http);
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results
            .Problem(
                "API key required: send “Authorization: Bearer KEY”. The key is Http:ApiKey, or in the file api-key of the data folder.",
                statusCode: StatusCodes.Status401Unauthorized
            )
            .ExecuteAsync(http);
    }

    private static bool IsKey(string authorization, IReadOnlyList<string> valid)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // All keys are compared, so that the duration does not tell which one is close.
        var (hash, isKey) = (Hash(authorization[Scheme.Length..].Trim()), false);
        foreach (var key in valid)
        {
            isKey |= CryptographicOperations.FixedTimeEquals(hash, Hash(key));
        }

        return isKey;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
