using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary>The section <c>Http</c> of the settings.</summary>
public sealed class HttpOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Http";

    /// <summary>
    /// The key that every request but those for the page's own files and for health has to bring, a secret; empty where none is
    /// asked for on loopback and where the service makes one elsewhere.
    /// </summary>
    [RegularExpression(
        @"(?:[!-~]{16,500})?",
        ErrorMessage = "The field {0} must have at least 16 characters and no spaces; ASCII only. Leave it empty to have one made.",
        MatchTimeoutInMilliseconds = 1_000
    )]
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Further keys, each a secret under a name of your own, such as <c>Http:ApiKeys:monitoring</c>: to replace a key, add the new one,
    /// change it wherever it is used, and take the old one away.
    /// </summary>
    public IDictionary<string, string> ApiKeys { get; set; } = new Dictionary<string, string>();

    /// <summary>
    /// Additional address for <c>/metrics</c> alone, without a key, such as <c>http://*:9464</c>. Empty to serve the metrics at the
    /// service's own address, behind its key.
    /// </summary>
    public string MetricsUrl { get; set; } = "";

    /// <summary>
    /// Proxies whose <c>X-Forwarded-For</c> is trusted, as addresses or networks such as <c>10.0.0.0/8</c>, so that limits and budgets
    /// apply to each client. The header is ignored from any other address.
    /// </summary>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>
    /// Origins of other sites whose pages may ask, such as <c>https://intranet.example.org</c>, with <c>/embed.js</c> or a script of their
    /// own; empty for none.
    /// </summary>
    public IList<string> AllowedOrigins { get; set; } = [];

    /// <summary>The path below which a proxy shows the service, such as <c>/briefbot</c>; empty for none.</summary>
    [RegularExpression(
        @"(?:/[A-Za-z0-9._~-]+)*",
        ErrorMessage = "The field {0} must be a path such as /briefbot, without a slash at its end.",
        MatchTimeoutInMilliseconds = 1_000
    )]
    public string PathBase { get; set; } = "";

    /// <summary>Maximum number of requests of one address in any minute, health checks not counted; further ones get 429.</summary>
    [Range(1, 1_000_000)]
    public int PerMinute { get; set; } = 600;
}

/// <summary>Checks the section <c>Http</c> by the attributes of its options, and each of its keys.</summary>
[OptionsValidator]
public sealed partial class HttpOptionsValidator : IValidateOptions<HttpOptions>
{
    /// <summary>Shorter ones can be guessed.</summary>
    public const int ShortestKey = 16;

    private const int LongestKey = 500;

    /// <summary>Returns whether a text is an origin as browsers send it.</summary>
    public static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether a text can be sent as a key and is long enough.</summary>
    public static bool IsKey(string key) =>
        key.Length is >= ShortestKey and <= LongestKey && !key.AsSpan().ContainsAnyExceptInRange('!', '~');
}
