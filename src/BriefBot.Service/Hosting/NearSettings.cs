namespace BriefBot.Service.Hosting;

/// <summary>Finds names that are almost those of settings, and therefore have no effect.</summary>
internal static class NearSettings
{
    private static readonly string[] Others = ["Logging", "AllowedHosts", ListenUrls.Key];

    /// <summary>The settings by their names without separators.</summary>
    private static readonly IReadOnlyDictionary<string, string> Known = Settings
        .Sections.SelectMany(section => Keys(section.Value, section.Key))
        .DistinctBy(Bare)
        .ToDictionary(Bare, key => key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the top-level keys of a source that belongs to BriefBot alone and that are not settings.</summary>
    public static IEnumerable<string> Unknown(IEnumerable<string> topKeys) => topKeys.Where(key => !IsKnown(key) && !key.StartsWith('$'));

    /// <summary>Returns the setting that a name probably means, or null.</summary>
    public static string? Meant(string name) =>
        Known.GetValueOrDefault(Bare(name)) is { } known ? known.Replace(":", "__", StringComparison.Ordinal)
        : name.Split("__") is [var section, _, ..] && Settings.Sections.Keys.FirstOrDefault(one => AreNear(section, one)) is { } meant
            ? meant + "__…"
        : null;

    /// <summary>Returns the names that are almost a setting's, with the probable meaning of each.</summary>
    public static IEnumerable<(string Name, string Meant)> FindNearMisses(IEnumerable<string> names) =>
        from name in names.Order(StringComparer.Ordinal)
        where !IsKnown(name.Split("__")[0])
        let meant = Meant(name)
        where meant is not null
        select (name, meant);

    private static bool IsKnown(string top) => Settings.Sections.ContainsKey(top) || Others.Contains(top, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Keys(Type options, string path) =>
        options
            .GetProperties()
            .SelectMany(property =>
                property.PropertyType is { IsValueType: false, IsGenericType: false } type
                && type != typeof(string)
                && type.Assembly == options.Assembly
                    ? Keys(type, $"{path}:{property.Name}")
                    : [$"{path}:{property.Name}"]
            );

    private static string Bare(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit));

    /// <summary>Returns whether two names differ by one wrong, missing, extra or swapped letter.</summary>
    private static bool AreNear(string one, string other)
    {
        if (one.Length == other.Length)
        {
            var different = Enumerable
                .Range(0, one.Length)
                .Where(i => char.ToUpperInvariant(one[i]) != char.ToUpperInvariant(other[i]))
                .ToArray();
            return different.Length == 1
                || (
                    different is [var first, var second]
                    && second == first + 1
                    && char.ToUpperInvariant(one[first]) == char.ToUpperInvariant(other[second])
                    && char.ToUpperInvariant(one[second]) == char.ToUpperInvariant(other[first])
                );
        }

        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return longer.Length == shorter.Length + 1
            && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1).Equals(shorter, StringComparison.OrdinalIgnoreCase));
    }
}
