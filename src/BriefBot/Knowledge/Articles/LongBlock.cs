namespace BriefBot.Knowledge.Articles;

/// <summary>Cuts a block that exceeds the length of a passage: between sentences, else between lines or words.</summary>
internal static class LongBlock
{
    /// <summary>Number of characters that count as a word in text without spaces.</summary>
    private const int LongestWord = 50;

    /// <summary>Returns the number of words of a text.</summary>
    public static int WordCount(ReadOnlySpan<char> text)
    {
        var (words, length) = (0, 0);
        foreach (var character in text)
        {
            length = char.IsWhiteSpace(character) ? 0 : length + 1;
            words += length % LongestWord == 1 ? 1 : 0;
        }

        return words;
    }

    /// <summary>
    /// The block itself or, where it holds more words than <paramref name="most"/>, parts of about the same length in their order.
    /// </summary>
    public static IEnumerable<TextBlock> Cut(TextBlock block, int most)
    {
        var words = WordCount(block.Text);
        return words <= most ? [block] : Parts(block, most, enough: words / ((words + most - 1) / most));
    }

    private static IEnumerable<TextBlock> Parts(TextBlock block, int most, int enough)
    {
        var (start, end, words, place) = (0, 0, 0, 0);
        foreach (var piece in Pieces(block).SelectMany(piece => ByWords(block.Text, piece, most)))
        {
            var more = WordCount(block.Text.AsSpan(piece.Start, piece.Length));
            if (words >= enough || words + more > most)
            {
                yield return Part(block, start, end, ref place);
                (start, words) = (piece.Start, 0);
            }

            (end, words) = (piece.End, words + more);
        }

        yield return Part(block, start, end, ref place);
    }

    private static IEnumerable<TextSpan> Pieces(TextBlock block) =>
        block.Kind switch
        {
            BlockKind.Code => Lines(block.Text),
            BlockKind.TableRow => [new TextSpan(0, block.Text.Length)],
            _ => SentenceSplitter.Split(block.Text),
        };

    private static IEnumerable<TextSpan> Lines(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            if (end > start)
            {
                yield return new TextSpan(start, end - start);
            }

            start = end + 1;
        }
    }

    /// <summary>The piece itself or, where it holds too many words, as many as fit and then the rest.</summary>
    private static IEnumerable<TextSpan> ByWords(string text, TextSpan piece, int most)
    {
        var (start, words, length) = (piece.Start, 0, 0);
        for (var i = piece.Start; i < piece.End; i++)
        {
            length = char.IsWhiteSpace(text[i]) ? 0 : length + 1;
            words += length % LongestWord == 1 ? 1 : 0;
            if (words > most)
            {
                var end = i - (char.IsLowSurrogate(text[i]) ? 1 : 0);
                yield return new TextSpan(start, text.AsSpan(start, end - start).TrimEnd().Length);
                (start, words) = (end, 1);
            }
        }

        yield return new TextSpan(start, piece.End - start);
    }

    /// <param name="block">The whole.</param>
    /// <param name="start">Start of the part in its text.</param>
    /// <param name="end">End of the part.</param>
    /// <param name="place">Index of the block's place in which the part before ended; set to the one in which this part ends.</param>
    private static TextBlock Part(TextBlock block, int start, int end, ref int place)
    {
        var places = new List<PlaceStart>();
        for (; place < block.Places.Count && block.Places[place].Offset < end; place++)
        {
            var (offset, number) = block.Places[place];
            if (offset <= start)
            {
                places.Clear();
            }

            places.Add(new PlaceStart(Math.Max(offset - start, 0), number));
        }

        // The next part may begin at the place where this one ends.
        place--;
        var links = block
            .Links.Where(link => link.Start >= start && link.Start + link.Length <= end)
            .Select(link => link with { Start = link.Start - start });
        return block with { Text = block.Text[start..end], Places = places, Links = [.. links] };
    }
}
