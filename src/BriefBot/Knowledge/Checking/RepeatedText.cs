using System.Security.Cryptography;
using System.Text;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge.Checking;

/// <summary>Finds paragraphs that occur in several files: readers see one of them, and editors correct one.</summary>
internal sealed class RepeatedText
{
    /// <summary>Minimum number of words; shorter paragraphs are often equal by chance, or belong on every page.</summary>
    private const int LeastWords = 20;

    /// <summary>The hash of each paragraph's words, with its first location.</summary>
    private readonly Dictionary<UInt128, (string Path, string Place)> _first = [];

    /// <summary>Returns a warning for each earlier article whose paragraphs this one repeats.</summary>
    public IEnumerable<Problem> Add(Article article)
    {
        var repeated = new Dictionary<string, (Problem Problem, int Count)>(StringComparer.Ordinal);
        foreach (var (passage, block) in Where.BlocksOf(article))
        {
            if (LongBlock.WordCount(block.Text) < LeastWords)
            {
                continue;
            }

            var first = _first.TryAdd(HashOf(block.Text), (article.Path, Where.Describe(passage, block)));
            if (!first && _first[HashOf(block.Text)] is var (path, place) && path != article.Path)
            {
                var count = repeated.GetValueOrDefault(path).Count + 1;
                var problem =
                    repeated.GetValueOrDefault(path).Problem ?? Where.Warn(passage, block, $"This says the same as {path} ({place})");
                repeated[path] = (problem, count);
            }
        }

        return repeated.Values.Select(found =>
            found.Problem with
            {
                Message =
                    found.Count == 1 ? $"{found.Problem.Message}. Keep one of them."
                    : found.Count == 2 ? $"{found.Problem.Message}, and so does 1 more paragraph. Keep one of each."
                    : $"{found.Problem.Message}, and so do {found.Count - 1} more paragraphs. Keep one of each.",
            }
        );
    }

    /// <summary>The words alone: case, punctuation and white space make no difference.</summary>
    private static UInt128 HashOf(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                words.Append(char.ToUpperInvariant(character));
            }
            else if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString().TrimEnd())));
    }
}
