namespace BriefBot.Knowledge;

/// <summary>Text that is only shown, and may be of any length, made as short as is of use.</summary>
internal static class ShortText
{
    /// <summary>
    /// The text or, where it is longer than <paramref name="most"/> characters (2 or more), its beginning and an ellipsis.
    /// </summary>
    public static string Shorten(string text, int most) =>
        text.Length <= most ? text : text[..(most - (char.IsHighSurrogate(text[most - 2]) ? 2 : 1))] + '…';

    /// <summary>
    /// Returns the shortened text with a space for each control character, so that a log entry can't control the display.
    /// </summary>
    public static string Visible(string text, int most) =>
        string.Concat(Shorten(text, most).Select(character => char.IsControl(character) ? ' ' : character));
}
