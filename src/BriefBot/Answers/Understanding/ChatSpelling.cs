using System.Collections.Frozen;

namespace BriefBot.Answers.Understanding;

/// <summary>Expands short forms and typing errors of chats.</summary>
internal static class ChatSpelling
{
    private static readonly FrozenDictionary<string, string> Meanings = WordList
        .Lines("Answers/Understanding/chat-spellings.tsv")
        .Select(line => line.Split('\t'))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Returns the meaning of a word in lower case: itself, or the words that a short form abbreviates.</summary>
    public static string Meant(string word) => Meanings.GetValueOrDefault(word, word);
}
