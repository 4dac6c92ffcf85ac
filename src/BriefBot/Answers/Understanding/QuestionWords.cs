namespace BriefBot.Answers.Understanding;

/// <summary>The words of a question.</summary>
internal static class QuestionWords
{
    /// <summary>The words of <paramref name="text"/> in lower case, chat spellings written out.</summary>
    public static string[] Split(string text) =>
        [
            .. text.ToLowerInvariant()
                .Replace('’', '\'')
                .Split(
                    [' ', '\t', '\n', '\r', '?', '!', ',', '.', ';', ':', '"', '“', '”', '(', ')'],
                    StringSplitOptions.RemoveEmptyEntries
                )
                .SelectMany(word => ChatSpelling.Meant(word).Split(' ')),
        ];
}
