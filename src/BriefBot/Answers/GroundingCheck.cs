using System.Text;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers;

/// <summary>Whether a citation is true: its words stand at its place in the passage it names, white space folded.</summary>
internal static class GroundingCheck
{
    public static bool Holds(Citation citation, Passage passage)
    {
        var quote = Fold(citation.Quote);
        return quote.Length > 0
            && citation.Path == passage.Path
            && citation.Hash == passage.Hash
            && citation.Section == passage.Section
            && citation.Place.Unit == passage.PlaceUnit
            && citation.Place.First <= citation.Place.Last
            && Fold(Between(passage, citation.Place.First, citation.Place.Last)).Contains(quote, StringComparison.Ordinal);
    }

    /// <summary>What stands on the lines, pages or paragraphs from <paramref name="first"/> to <paramref name="last"/>.</summary>
    private static string Between(Passage passage, int first, int last) =>
        string.Join('\n', passage.Blocks.Select(block => Between(block, first, last)));

    private static string Between(TextBlock block, int first, int last)
    {
        var text = new StringBuilder();
        for (var i = 0; i < block.Places.Count; i++)
        {
            var end = i + 1 < block.Places.Count ? block.Places[i + 1].Offset : block.Text.Length;
            if (block.Places[i].Number >= first && block.Places[i].Number <= last)
            {
                text.Append(block.Text, block.Places[i].Offset, end - block.Places[i].Offset);
            }
        }

        return text.ToString();
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
