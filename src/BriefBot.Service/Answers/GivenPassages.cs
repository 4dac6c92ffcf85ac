using System.Globalization;
using System.Text;
using BriefBot.Answers.Sentences;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Checking;

namespace BriefBot.Service.Answers;

/// <summary>The passages that a model was given, under their numbers from 1. Safe for concurrent use.</summary>
/// <param name="maxTokens">How many tokens they may have together.</param>
internal sealed class GivenPassages(int maxTokens)
{
    /// <summary>About so many characters make a token of English.</summary>
    public const int CharactersEach = 4;

    /// <summary>A passage is shown up to so many characters.</summary>
    private const int MaxLength = 2_000;

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
    /// Gives passages and shows them: of each one line with what it is from and one with its number and text. What is written for a
    /// language model is left out, and so is a passage that was given before, or that has more tokens than are left.
    /// </summary>
    public string Give(IEnumerable<PassageSentences> passages, int count)
    {
        var text = new StringBuilder();
        lock (_lock)
        {
            foreach (var passage in passages.Where(passage => !_passages.Exists(given => given.Passage.Id == passage.Passage.Id)).Take(count).ToArray())
            {
                var from = string.Join(" › ", new[] { passage.Passage.Title, passage.Passage.Section }.Where(part => part.Length > 0 && ModelCommands.Find(part) is null));
                var date = passage.Passage.Date is { } written ? written.ToString(", yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
                var shown = string.Create(CultureInfo.InvariantCulture, $"From “{ShortText.Of(OneLine(from), MaxTitle)}”{date}:\n[{_passages.Count + 1}] {Shown(passage)}\n");
                if (_passages.Count == 0 || (_length + shown.Length) / CharactersEach <= maxTokens)
                {
                    _passages.Add(passage);
                    _length += shown.Length;
                    text.Append(shown);
                }
            }
        }

        return text.ToString();
    }

    /// <summary>A text on one line, so that nothing in it can pass for the end of it.</summary>
    public static string OneLine(string text) => string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Shown(PassageSentences passage) =>
        ShortText.Of(OneLine(string.Join(' ', passage.Sentences.Select(sentence => sentence.Text).Where(sentence => ModelCommands.Find(sentence) is null))), MaxLength);
}
