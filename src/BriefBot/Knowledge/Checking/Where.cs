using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge.Checking;

/// <summary>Formats the location of a text, in words where its format has no lines.</summary>
internal static class Where
{
    public static IEnumerable<(Passage Passage, TextBlock Block)> BlocksOf(Article article) =>
        article.Passages.SelectMany(passage => passage.Blocks.Select(block => (passage, block)));

    /// <summary>The line, page or paragraph of the character at <paramref name="offset"/>.</summary>
    public static string Describe(Passage passage, TextBlock block, int offset = 0)
    {
        var number = block.PlaceAt(offset);
        return passage.PlaceUnit switch
        {
            PlaceUnit.Line => $"line {number}",
            PlaceUnit.Page => $"page {number}",
            _ => passage.Section.Length > 0 ? $"paragraph {number} under \"{passage.Section}\"" : $"paragraph {number}",
        };
    }

    public static Problem Warn(Passage passage, TextBlock block, string message, int offset = 0) =>
        passage.PlaceUnit == PlaceUnit.Line
            ? new Problem(passage.Path, block.PlaceAt(offset), message) { Severity = Severity.Warning }
            : new Problem(passage.Path, null, $"{Describe(passage, block, offset)}: {message}") { Severity = Severity.Warning };
}
