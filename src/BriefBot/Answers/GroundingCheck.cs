using System.Text;
using BriefBot.Knowledge;

namespace BriefBot.Answers;

/// <summary>Whether a citation is true: its words stand between its lines in the passage it names, white space folded.</summary>
internal static class GroundingCheck
{
    public static bool Holds(Citation citation, Passage passage)
    {
        var quote = Fold(citation.Quote);
        return quote.Length > 0
            && citation.Path == passage.Path
            && citation.Hash == passage.Hash
            && citation.FirstLine <= citation.LastLine
            && Fold(Between(passage, citation.FirstLine, citation.LastLine)).Contains(quote, StringComparison.Ordinal);
    }

    /// <summary>What stands on the lines from <paramref name="first"/> to <paramref name="last"/>.</summary>
    private static string Between(Passage passage, int first, int last) =>
        string.Join('\n', passage.Blocks.Select(block => Between(block, first, last)));

    private static string Between(TextBlock block, int first, int last)
    {
        var text = new StringBuilder();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var end = i + 1 < block.Lines.Count ? block.Lines[i + 1].Offset : block.Text.Length;
            if (block.Lines[i].Line >= first && block.Lines[i].Line <= last)
            {
                text.Append(block.Text, block.Lines[i].Offset, end - block.Lines[i].Offset);
            }
        }

        return text.ToString();
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
