namespace BriefBot.Service.Chat;

/// <summary>
/// Marks the routes for the operator's systems: they may be called by address instead of name, without a key and without a rate limit.
/// </summary>
internal sealed class Probe
{
    public static Probe Mark { get; } = new();

    /// <summary>Returns whether a request is for such a route.</summary>
    public static bool Is(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Probe>() is not null;
}
