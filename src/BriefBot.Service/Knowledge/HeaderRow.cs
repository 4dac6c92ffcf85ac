namespace BriefBot.Service.Knowledge;

/// <summary>Finds the header row of a table that does not say which row that is.</summary>
internal static class HeaderRow
{
    /// <summary>
    /// Returns whether the first of <paramref name="rows"/> names the columns: it holds no number, and each of the others does.
    /// </summary>
    public static bool IsFirstOf(IReadOnlyList<string> rows) =>
        rows.Count > 1 && !rows[0].Any(char.IsAsciiDigit) && rows.Skip(1).All(row => row.Any(char.IsAsciiDigit));
}
