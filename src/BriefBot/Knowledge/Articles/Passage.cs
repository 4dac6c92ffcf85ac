using System.Text.RegularExpressions;

namespace BriefBot.Knowledge.Articles;

/// <summary>
/// The unit that is indexed, retrieved and cited: blocks of one article under one heading. A passage carries everything a citation needs,
/// because its file may have changed since.
/// </summary>
public sealed partial record Passage
{
    /// <summary>The article's path below the knowledge folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The passage's 0-based place among its article's passages.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The article's title.</summary>
    public required string Title { get; init; }

    /// <summary>The headings above the passage, outermost first, without the title; empty before the first heading.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>
    /// The title of the box that the passage is, as of a note or warning: it is searched like a heading. Null where it is none.
    /// </summary>
    public string? Box { get; init; }

    /// <summary>The article's date, where it says one.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The article's address, where it says one.</summary>
    public string? Url { get; init; }

    /// <summary>The author in the metadata, or null.</summary>
    public string? Author { get; init; }

    /// <summary>The unit of its blocks' places.</summary>
    public PlaceUnit PlaceUnit { get; init; }

    /// <summary>SHA-256 of the file's bytes, as lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The text, in reading order; never empty.</summary>
    public required IReadOnlyList<TextBlock> Blocks { get; init; }

    /// <summary>The passage's name: unique in the folder, the same as long as the file is.</summary>
    public string Id => $"{Path}#{Ordinal}";

    /// <summary>The name of the file without its ending, dashes and underscores as spaces.</summary>
    public string FileName => System.IO.Path.GetFileNameWithoutExtension(Path).Replace('-', ' ').Replace('_', ' ').Trim();

    /// <summary>The heading trail as one text, or an empty text.</summary>
    public string Section => string.Join(" › ", Headings);

    /// <summary>The version with which a heading above it begins, as in a changelog; null where none does.</summary>
    public Version? Release =>
        Headings
            .Select(heading => Version().Match(heading))
            .Select(version => version.Success ? System.Version.Parse(version.Groups["number"].ValueSpan) : null)
            .LastOrDefault(version => version is not null);

    /// <summary>
    /// The headings as they are searched: one that begins with a version is found by the words "version" and "release" too, and by the
    /// first two of its numbers.
    /// </summary>
    public IEnumerable<string> SearchedHeadings =>
        (Box is null ? Headings : Headings.Append(Box)).Select(heading =>
            Version().Match(heading) is { Success: true } version ? $"{heading} version release {version.Groups["series"].Value}" : heading
        );

    [GeneratedRegex(@"^\[?v?(?<number>(?<series>[0-9]{1,4}\.[0-9]{1,5})(?:\.[0-9]{1,5}){0,2})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}

/// <summary>Compares passages by location and file version, regardless of the object.</summary>
internal static class PassageVersion
{
    /// <summary>Two passages are equal where path, ordinal and the file's hash are.</summary>
    public static IEqualityComparer<Passage> Comparer { get; } =
        EqualityComparer<Passage>.Create((one, other) => Of(one) == Of(other), passage => Of(passage).GetHashCode());

    private static (string? Path, string? Hash, int? Ordinal) Of(Passage? passage) => (passage?.Path, passage?.Hash, passage?.Ordinal);
}
