using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge;

/// <summary>Reads the properties of a document, ignoring meaningless ones.</summary>
internal static partial class DocumentProperty
{
    /// <summary>The title, unless a program only put a file's name or nothing to speak of in its place.</summary>
    public static string? Title(string? value) => Text(value) is { } text && !NoTitle().IsMatch(text) ? text : null;

    /// <summary>The text with its white space folded, or null where there is none.</summary>
    public static string? Text(string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The parts between commas or semicolons.</summary>
    public static string[] List(string? value) =>
        [.. (Text(value) ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(
        @"^(untitled|document|title|presentation)(?>\s*)(?>\d*)$|^microsoft word - |\.[a-z]{2,4}x?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex NoTitle();
}
