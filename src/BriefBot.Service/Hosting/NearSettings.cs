namespace BriefBot.Service.Hosting;

/// <summary>Finds names that are almost those of settings: a variable or a file with such a name is read by nobody.</summary>
internal static class NearSettings
{
    private static readonly string[] Others = ["Logging", "AllowedHosts", ListenUrls.Key];

    /// <summary>Each setting by its name without what parts it.</summary>
    private static readonly IReadOnlyDictionary<string, string> Known = Settings.Sections
        .SelectMany(section => Keys(section.Value, section.Key))
        .DistinctBy(Bare).ToDictionary(Bare, key => key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The top keys of a source of settings that is ours alone and that nobody reads.</summary>
    public static IEnumerable<string> Unknown(IEnumerable<string> topKeys) => topKeys.Where(key => !IsKnown(key) && !key.StartsWith('$'));

    /// <summary>What a name was perhaps meant to be, or null.</summary>
    public static string? Meant(string name) => Known.GetValueOrDefault(Bare(name)) is { } known ? known.Replace(":", "__", StringComparison.Ordinal)
        : name.Split("__") is [var section, _, ..] && Settings.Sections.Keys.FirstOrDefault(one => AreNear(section, one)) is { } meant ? meant + "__…" : null;

    /// <summary>The names that are none of a setting and almost are, with what was perhaps meant.</summary>
    public static IEnumerable<(string Name, string Meant)> FindNearMisses(IEnumerable<string> names) =>
        from name in names.Order(StringComparer.Ordinal)
        where !IsKnown(name.Split("__")[0])
        let meant = Meant(name)
        where meant is not null
        select (name, meant);

    private static bool IsKnown(string top) => Settings.Sections.ContainsKey(top) || Others.Contains(top, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Keys(Type options, string path) => options.GetProperties().SelectMany(property =>
        property.PropertyType is { IsValueType: false, IsGenericType: false } type && type != typeof(string) && type.Assembly == options.Assembly
            ? Keys(type, $"{path}:{property.Name}") : [$"{path}:{property.Name}"]);

    private static string Bare(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit));

    /// <summary>Whether one letter is wrong, missing, too many, or two stand in each other's place.</summary>
    private static bool AreNear(string one, string other)
    {
        if (one.Length == other.Length)
        {
            var different = Enumerable.Range(0, one.Length).Where(i => char.ToUpperInvariant(one[i]) != char.ToUpperInvariant(other[i])).ToArray();
            return different.Length == 1 || (different is [var first, var second] && second == first + 1
                && char.ToUpperInvariant(one[first]) == char.ToUpperInvariant(other[second]) && char.ToUpperInvariant(one[second]) == char.ToUpperInvariant(other[first]));
        }

        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return longer.Length == shorter.Length + 1 && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1).Equals(shorter, StringComparison.OrdinalIgnoreCase));
    }
}
