using System.Collections.Frozen;

namespace BriefBot.Answers.Language;

/// <summary>The verbs that introduce quoted or reported speech.</summary>
internal static class SpeechVerbs
{
    private static readonly FrozenSet<string> Forms = WordList
        .Words("Answers/Language/speech-verbs.txt")
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Forms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns whether <paramref name="word"/>, in lower case, is a form of one.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => BySpan.Contains(word);
}
