using System.Text;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Generation;

/// <summary>A quote that a sentence claims to rest on.</summary>
/// <param name="Passage">The passage, as it was found.</param>
/// <param name="Place">The place of the quote in its file.</param>
/// <param name="Quote">The quoted words.</param>
internal sealed record Claim(Passage Passage, Place Place, string Quote)
{
    /// <summary>Returns whether the quote stands at its place in the passage, white space folded.</summary>
    public bool IsTrue()
    {
        var quote = Fold(Quote);
        return quote.Length > 0
            && Place.Unit == Passage.PlaceUnit
            && Place.First <= Place.Last
            && Fold(string.Join('\n', Passage.Blocks.Select(TextAtPlace))).Contains(quote, StringComparison.Ordinal);
    }

    /// <summary>Returns <paramref name="text"/> with each run of white space as one space.</summary>
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string TextAtPlace(TextBlock block)
    {
        var text = new StringBuilder();
        for (var i = 0; i < block.Places.Count; i++)
        {
            var end = i + 1 < block.Places.Count ? block.Places[i + 1].Offset : block.Text.Length;
            if (block.Places[i].Number >= Place.First && block.Places[i].Number <= Place.Last)
            {
                text.Append(block.Text, block.Places[i].Offset, end - block.Places[i].Offset);
            }
        }

        return text.ToString();
    }
}
