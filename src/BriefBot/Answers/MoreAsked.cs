using System.Text.RegularExpressions;

namespace BriefBot.Answers;

/// <summary>"Tell me more", "what else?": what comes next for the question before.</summary>
internal static partial class MoreAsked
{
    /// <summary>The question of which more is asked, with those before it, and how often; 0 where something of its own is asked.</summary>
    public static (string Question, IReadOnlyList<string> Earlier, int Times) Of(string text, IReadOnlyList<string> earlier)
    {
        string[] all = [.. earlier, text];
        var last = Array.FindLastIndex(all, question => !IsMore(question));
        return last < 0 ? (text, earlier, 0) : (all[last], all[..last], all.Length - 1 - last);
    }

    private static bool IsMore(string text) => More().IsMatch(string.Join(' ', QuestionWords.In(text)));

    [GeneratedRegex(@"^(?>(?:(?:and|ok|okay|please|can you|could you|then) )*)(?:(?:tell|show|give) (?:me|us) more|more(?: details?)?|go on|continue|(?:what|who|where|when|anything|anyone|anybody) else(?: is there)?|is (?:there|that) (?:more|all|anything else))(?: (?:about|on|of) (?:it|that|this|him|her|them))?(?: please)?$", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex More();
}
