using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Tells by an element's <c>style</c> whether anybody sees its text.</summary>
internal static partial class HtmlStyle
{
    /// <summary>Returns whether it is not shown at all.</summary>
    public static bool IsHidden(string style) => Hidden().IsMatch(style);

    /// <summary>Returns whether it is white, transparent or of no size; on a background of its own white may well be seen.</summary>
    public static bool IsFaint(string style) => Faint().IsMatch(style);

    [GeneratedRegex(
        """
            (^|;|\s)
            (
                color\s*:\s*(\#fff|\#ffffff|white|transparent|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))
                | font-size\s*:\s*0(px|pt|em|rem|%)?
                | opacity\s*:\s*0(\.0*)?
            )
            \s*(;|!|$)
            """,
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Faint();

    [GeneratedRegex(
        @"(display(?>\s*):(?>\s*)none|visibility(?>\s*):(?>\s*)hidden)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Hidden();
}
