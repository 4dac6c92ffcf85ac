using System.ComponentModel.DataAnnotations;

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
    [RegularExpression(@"(?:[!-~]{16,500})?",
        ErrorMessage = "The field {0} must have at least 16 characters and no spaces; ASCII only. Leave it empty to have one made.", MatchTimeoutInMilliseconds = 1_000)]
    public string ApiKey { get; set; } = "";

    /// <summary>Where else to listen, for <c>/metrics</c> alone and without a key, such as <c>http://*:9464</c>; empty for none, when they are at the
    /// service's own address, behind its key.</summary>
    public string MetricsUrl { get; set; } = "";

    /// <summary>How many requests of one address are taken in any minute, health not counted; one more is told to wait.</summary>
    [Range(1, 1_000_000)]
    public int PerMinute { get; set; } = 600;
}
