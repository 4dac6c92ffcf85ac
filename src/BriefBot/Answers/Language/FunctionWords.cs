using System.Collections.Frozen;

namespace BriefBot.Answers.Language;

/// <summary>Words that make a sentence or a question one and say nothing of what it is about.</summary>
internal static class FunctionWords
{
    /// <summary>All of them, in lower case.</summary>
    public static FrozenSet<string> All { get; } = WordList.Words("Answers/Language/function-words.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether <paramref name="word"/>, in lower case, is one.</summary>
    public static bool Contains(string word) => All.Contains(word);
}
