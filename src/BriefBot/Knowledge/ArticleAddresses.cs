using System.Globalization;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;

namespace BriefBot.Knowledge;

/// <summary>Builds the addresses of articles that name none of their own.</summary>
public sealed class ArticleAddresses(IOptions<KnowledgeOptions> options)
{
    /// <summary>
    /// The address at which a place of a file can be seen, by <see cref="KnowledgeOptions.LinkPattern"/>, or null where none is set.
    /// </summary>
    public string? LinkTo(string path, Place place)
    {
        var line = place.Unit == PlaceUnit.Line ? place.First : 1;
        return options.Value.LinkPattern is { Length: > 0 } pattern
            ? pattern
                .Replace("{line}", line.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{path}", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), StringComparison.Ordinal)
            : null;
    }
}
