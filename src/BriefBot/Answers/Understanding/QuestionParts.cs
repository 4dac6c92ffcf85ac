using System.Text.RegularExpressions;
using BriefBot.Answers.Language;

namespace BriefBot.Answers.Understanding;

/// <summary>
/// The questions of one message, in order. It is cut where it is sure that a question ends: at question marks, before
/// "and" or "also" with a question word, and at the numbers of a list.
/// </summary>
internal static partial class QuestionParts
{
    /// <summary>Maximum number of parts; text after the third question joins the fourth.</summary>
    private const int MaxParts = 4;

    /// <summary>A question with more words like "and who" than this is a story.</summary>
    private const int MaxTried = 12;

    /// <summary>At least one, each as it was typed; a message of one question is left as it is.</summary>
    public static IReadOnlyList<string> Split(string message)
    {
        var numbered = Numbered(message);
        var parts = (numbered.Count > 1 ? numbered : [message])
            .SelectMany(Marked)
            .SelectMany(text => Joined(text, MaxParts))
            .Aggregate(new List<string>(), AddPart);
        return parts.Count switch
        {
            < 2 => [message],
            > MaxParts => [.. parts.Take(MaxParts - 1), string.Join(' ', parts.Skip(MaxParts - 1))],
            _ => parts,
        };
    }

    /// <summary>Returns the texts after "1.", "2." and so on, where the numbers count upward from one.</summary>
    private static List<string> Numbered(string message)
    {
        var items = new List<string>();
        var marks = Number().Matches(message).Where((mark, i) => mark.Groups["number"].ValueSpan.SequenceEqual($"{i + 1}")).ToArray();
        for (var i = 0; i < marks.Length && marks[0].Index == 0; i++)
        {
            var start = marks[i].Index + marks[i].Length;
            items.Add(message[start..(i + 1 < marks.Length ? marks[i + 1].Index : message.Length)]);
        }

        return items;
    }

    private static string[] Marked(string text) => EndOfQuestion().Split(text);

    /// <summary>Splits before "and who …" while the text before it is a question itself and not a clause about a person.</summary>
    private static IEnumerable<string> Joined(string text, int most)
    {
        foreach (var and in And().Matches(text).Take(most > 1 ? MaxTried : 0))
        {
            var before = text[..and.Index];
            if (IsQuestion(before) && !HoldsInside(before, and.Groups["word"].Value))
            {
                return [before, .. Joined(text[(and.Index + and.Length)..], most - 1)];
            }
        }

        return [text];
    }

    private static bool IsQuestion(string text) => Asks().IsMatch(text) && Says(text) > 0;

    /// <summary>"The man who founded it and who led it" is one man.</summary>
    private static bool HoldsInside(string text, string word) =>
        QuestionWords.Split(text).SkipWhile(other => other is "and" or "so").Skip(1).Contains(word.ToLowerInvariant());

    /// <summary>Adds a part. "Who attended?" refers to the part before it; "really?" asks nothing.</summary>
    private static List<string> AddPart(List<string> parts, string text)
    {
        var part = Opening().Replace(text.Trim(), "");
        var says = Says(part);
        var asks = Asks().IsMatch(part);
        if (says > 0 || (asks && parts.Count > 0))
        {
            parts.Add(says < 2 && parts.Count > 0 && asks && !Defines().IsMatch(part) ? $"and {part}" : part);
        }

        return parts;
    }

    private static int Says(string text) => QuestionWords.Split(text).Count(word => !FunctionWords.Contains(word));

    private const string QuestionWord = "who|whom|whose|what|whats|what's|when|where|why|which|how";

    [GeneratedRegex(@"(?:^|\s)(?<number>[1-9])[.)](?>\s+)", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=\?)(?>[\s?!]+)(?=\p{L}|\d)", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex EndOfQuestion();

    [GeneratedRegex(
        @"[,;]?(?>\s+)(?:and(?>\s+)also|and(?>\s+)then|and|also|plus)[,:]?(?>\s+)(?=(?<word>" + QuestionWord + @")(?>\s+)\p{L})",
        RegexOptions.IgnoreCase,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex And();

    [GeneratedRegex(
        $$"""
            ^(?>\W*)
            (?>(?:(?:so|and|ok|okay|hi|hey|hello|please|well|also)(?>\W+))*)
            (?:
                (?:{{QuestionWord}}|is|are|was|were|did|do|does|has|have|had|can|could|will|would|should|may|must)\b
                | (?:tell\ me|explain|name|list|describe|say|compare)\b
            )
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Asks();

    /// <summary>"Who is Ann?" says all it needs.</summary>
    [GeneratedRegex(
        @"^(?:who|what)(?:'s|s| is| are| was| were)\b(?! (?:it|he|she|they|that|this|there)\b)",
        RegexOptions.IgnoreCase,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Defines();

    [GeneratedRegex(
        @"^(?>(?:(?:and|also|plus|then|hi|hello|hey)\b(?>[,:!.]*)(?>\s*)|(?:(?>\w+) ){0,3}questions?:(?>\s*))+)",
        RegexOptions.IgnoreCase,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Opening();
}
