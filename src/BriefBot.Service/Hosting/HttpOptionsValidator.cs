using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary>Checks the section <c>Http</c> by the attributes of its options, and each of its keys.</summary>
[OptionsValidator]
public sealed partial class HttpOptionsValidator : IValidateOptions<HttpOptions>
{
    /// <summary>Shorter ones can be guessed.</summary>
    public const int ShortestKey = 16;

    private const int LongestKey = 500;

    /// <summary>Returns whether a text can be sent as a key and is long enough.</summary>
    public static bool IsKey(string key) => key.Length is >= ShortestKey and <= LongestKey && !key.AsSpan().ContainsAnyExceptInRange('!', '~');
}
