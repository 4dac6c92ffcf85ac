using System.Globalization;
using System.Text;
using BriefBot.Answers.Language;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Knowledge.Checking;

namespace BriefBot.Service.Answers;

/// <summary>The passages that a model was given, under their numbers from 1. Safe for concurrent use.</summary>
/// <param name="maxTokens">Maximum number of tokens of all passages together.</param>
internal sealed class GivenPassages(int maxTokens)
{
    /// <summary>Estimated number of characters in an English token.</summary>
    public const int CharactersEach = 4;

    private const int MaxTitle = 200;

    private readonly Lock _lock = new();
    private readonly List<PassageSentences> _passages = [];
    private int _length;

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<PassageSentences> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _passages];
            }
        }
    }

    /// <summary>
    /// Writes passages for the model and remembers them: neighbours within a section stand together under one heading line, each with its
    /// number.
    /// </summary>
    /// <remarks>Leaves out passages that were given before or do not fit into the remaining tokens.</remarks>
    public string Give(IEnumerable<PassageSentences> passages, int count)
    {
        var text = new StringBuilder();
        lock (_lock)
        {
            var left = passages.Where(passage => !_passages.Exists(given => given.Passage.Id == passage.Passage.Id)).Take(count).ToList();
            while (left.Count > 0)
            {
                var section = Section(left[0], left);
                left.RemoveAll(section.Contains);
                var from = From(section[0].Passage);
                foreach (var passage in section)
                {
                    var shown = string.Create(CultureInfo.InvariantCulture, $"{from}[{_passages.Count + 1}]\n{PassageText.Write(passage)}");
                    if (_passages.Count == 0 || (_length + shown.Length) / CharactersEach <= maxTokens)
                    {
                        _passages.Add(passage);
                        _length += shown.Length;
                        text.Append(shown);
                        from = "";
                    }
                }
            }
        }

        return text.ToString();
    }

    /// <summary>Returns a passage and its neighbours among <paramref name="passages"/>, in reading order.</summary>
    private static List<PassageSentences> Section(PassageSentences best, IReadOnlyList<PassageSentences> passages)
    {
        var section = passages
            .Where(passage => passage.Passage.Path == best.Passage.Path && passage.Passage.Section == best.Passage.Section)
            .OrderBy(passage => passage.Passage.Ordinal)
            .ToList();
        var place = section.IndexOf(best);
        return [.. section.Where((passage, i) => Math.Abs(passage.Passage.Ordinal - best.Passage.Ordinal) == Math.Abs(i - place))];
    }

    private static string From(Passage passage)
    {
        var from = string.Join(
            " › ",
            new[] { passage.Title, passage.Section }.Where(part => part.Length > 0 && ModelCommands.Find(part) is null)
        );
        var date = passage.Date is { } written ? written.ToString(", yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return $"From “{ShortText.Shorten(PassageText.OneLine(from), MaxTitle)}”{date}:\n";
    }
}
