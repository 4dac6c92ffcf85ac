using System.Collections.Frozen;

namespace BriefBot.Answers.Language;

/// <summary>Words that give a sentence or a question its form but not its subject.</summary>
internal static class FunctionWords
{
    /// <summary>All of them, in lower case.</summary>
    public static FrozenSet<string> All { get; } =
        WordList.Words("Answers/Language/function-words.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns whether <paramref name="word"/>, in lower case, is one.</summary>
    public static bool Contains(string word) => All.Contains(word);
}
