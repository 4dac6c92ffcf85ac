using System.Collections.Frozen;

namespace BriefBot.Answers.Understanding;

/// <summary>Short forms and slips of chats, and what is meant by them.</summary>
internal static class ChatSpelling
{
    private static readonly FrozenDictionary<string, string> Meanings = WordList.Lines("Answers/Understanding/chat-spellings.tsv")
        .Select(line => line.Split('\t'))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>A word in lower case as it is meant: itself, or the words that a chat's short form stands for.</summary>
    public static string Meant(string word) => Meanings.GetValueOrDefault(word, word);
}
