namespace BriefBot.Service.Knowledge;

/// <summary>Writes raised and lowered text so that it does not become part of the number before it: 10⁵ and H₂O.</summary>
internal static class RaisedText
{
    private const string Plain = "0123456789+-−=()n";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ";

    /// <summary>Raised words that read the same on the line: of ordinal numbers, and marks of trade.</summary>
    private static readonly string[] Readable =
    [
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "e",
        "ème",
        "o",
        "a",
        "º",
        "ª",
        "°",
        "TM",
        "SM",
        "R",
        "®",
        "™",
        "©",
    ];

    /// <summary>Returns the Unicode superscripts of the text, or <c>^(…)</c> where one does not exist.</summary>
    public static string Raise(string text) => Readable.Contains(text.Trim()) ? text : Write(text, Raised, '^');

    /// <summary>Returns the Unicode subscripts of the text, or <c>_(…)</c> where one does not exist.</summary>
    public static string Lower(string text) => Write(text, Lowered, '_');

    private static string Write(string text, string written, char mark)
    {
        var trimmed = text.Trim();
        // Small print of several words is no part of the word before it.
        return trimmed.Length == 0 || trimmed.Any(char.IsWhiteSpace) ? text
            : trimmed.All(Plain.Contains) ? string.Concat(trimmed.Select(character => written[Plain.IndexOf(character)]))
            : $"{mark}({trimmed})";
    }
}
