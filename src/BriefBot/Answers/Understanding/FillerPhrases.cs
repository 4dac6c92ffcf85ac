using System.Text;
using BriefBot.Answers.Language;

namespace BriefBot.Answers.Understanding;

/// <summary>Removes phrases around a question: "anyone know", "lol", "according to the article".</summary>
internal static class FillerPhrases
{
    private static readonly Node Known = Read();

    /// <summary>
    /// Returns the text without them; unchanged where the rest has no content ("what does lol mean"), unless it <paramref name="leans"/> on
    /// an earlier question.
    /// </summary>
    public static string Without(string text, bool leans)
    {
        var words = Words(text);
        var (kept, from, carries) = (new StringBuilder(text.Length), 0, leans);
        for (var i = 0; i < words.Count; )
        {
            var length = Longest(words, i);
            if (length == 0)
            {
                carries |= !FunctionWords.Contains(words[i++].Word);
                continue;
            }

            kept.Append(text, from, words[i].Start - from);
            i += length;
            from = words[i - 1].End;
        }

        return from == 0 || !carries ? text : kept.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Returns the number of words of the longest phrase that begins at <paramref name="first"/>.</summary>
    private static int Longest(List<(string Word, int Start, int End)> words, int first)
    {
        var (node, longest) = (Known, 0);
        for (var i = first; i < words.Count && node.Next.TryGetValue(words[i].Word, out var next); i++)
        {
            node = next;
            longest = node.Ends ? i + 1 - first : longest;
        }

        return longest;
    }

    /// <summary>Returns the words in lower case without apostrophes, with their positions.</summary>
    private static List<(string Word, int Start, int End)> Words(string text)
    {
        var words = new List<(string, int, int)>();
        for (var i = 0; i < text.Length; )
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (i > start && text[i] is '\'' or '’')))
            {
                i++;
            }

            if (i > start)
            {
                words.Add((Written(text[start..i]), start, i));
            }

            i = Math.Max(i, start + 1);
        }

        return words;
    }

    private static string Written(string word) =>
        word.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).ToLowerInvariant();

    private static Node Read()
    {
        var root = new Node();
        foreach (var line in WordList.Lines("Answers/Understanding/asides.txt"))
        {
            root.Add(line.Split(' '));
        }

        return root;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public bool Ends { get; private set; }

        public void Add(ReadOnlySpan<string> places)
        {
            if (places.IsEmpty)
            {
                Ends = true;
                return;
            }

            foreach (var word in places[0].Split('|'))
            {
                if (!Next.TryGetValue(word, out var next))
                {
                    Next[word] = next = new Node();
                }

                next.Add(places[1..]);
            }
        }
    }
}
