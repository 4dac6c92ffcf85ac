namespace BriefBot.Service.Chat;

/// <summary>Stands on the routes that the operator's systems ask for: by address instead of name, without a key, as often as they like.</summary>
internal sealed class Probe
{
    public static Probe Mark { get; } = new();

    /// <summary>Whether a request is for such a route.</summary>
    public static bool Is(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Probe>() is not null;
}
