using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;

namespace BriefBot.Service.Chat;

/// <summary>
/// Asks for a key, as <c>Authorization: Bearer KEY</c>, on every route that is not open to all, and on those too that are not
/// there. Keys are compared in a time that tells nothing of them.
/// </summary>
/// <param name="key">The key, or null where none is asked for.</param>
internal sealed class ApiKeyCheck(string? key)
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? _hash = key is null ? null : Hash(key);

    /// <summary>What stands on routes that are open to all.</summary>
    public static AllowAnonymousAttribute Open { get; } = new();

    public Task RefuseAsync(HttpContext http, RequestDelegate next)
    {
        if (_hash is null || Probe.Is(http) || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null || IsKey(http.Request.Headers.Authorization.ToString()))
        {
            return next(http);
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(
            "BriefBot needs its API key here: send Authorization: Bearer KEY. The operator has set it, or finds it in the data folder.",
            statusCode: StatusCodes.Status401Unauthorized)
            .ExecuteAsync(http);
    }

    private bool IsKey(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && CryptographicOperations.FixedTimeEquals(Hash(authorization[Scheme.Length..].Trim()), _hash);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
