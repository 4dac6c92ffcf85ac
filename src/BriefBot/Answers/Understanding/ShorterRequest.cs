using System.Text.RegularExpressions;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Understanding;

/// <summary>"Shorter", "in one sentence": the last answer is asked for in short.</summary>
internal static partial class ShorterRequest
{
    /// <summary>Returns the last answered question and those before it, or null for any other request.</summary>
    public static (string Question, IReadOnlyList<PreviousQuestion> Before)? Parse(string text, IReadOnlyList<PreviousQuestion> earlier)
    {
        var last = IsAskedBy(text) ? earlier.ToList().FindLastIndex(question => !IsAskedBy(question.Text)) : -1;
        return last < 0 ? null : (earlier[last].Text, [.. earlier.Take(last)]);
    }

    /// <summary>
    /// Returns how many first sentences of an answer make a statement: a header row or the line before a list comes with the next one.
    /// </summary>
    public static int Count(Answer.Grounded answer) =>
        answer.Sentences.TakeWhile(sentence => sentence.Form.Kind == BlockKind.TableHeader || sentence.Text.EndsWith(':')).Count() + 1;

    /// <summary>Returns whether it asks that and nothing else.</summary>
    public static bool IsAskedBy(string text) => Shorter().IsMatch(string.Join(' ', QuestionWords.Split(text)));

    [GeneratedRegex(
        """
            ^(?:(?:and|ok|okay|please|can\ you|could\ you|now|but|too\ long|say|tell\ me|put|make|give\ me)\ )*
            (?:(?:it|that|this|the\ answer)\ )?
            (?:
                shorter|short|brief|briefly|more\ briefly|too\ long|tldr|tl\ dr
                | in\ (?:short|brief|one\ (?:sentence|line|word)|a\ (?:sentence|nutshell|word)|fewer\ words)
                | (?:a\ |the\ )?(?:short|shorter|brief)\ (?:version|answer|form)
                | summari[sz]e|sum\ it\ up
            )
            (?:\ (?:it|that|this))?(?:\ please)?$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Shorter();
}
