using System.Text.RegularExpressions;

namespace BriefBot.Answers.Understanding;

/// <summary>
/// One of several things asked for together, as in "who is the chair, the treasurer and the secretary", with a question about it alone.
/// </summary>
/// <param name="Name">The thing, as it was typed, without its article.</param>
/// <param name="Question">The question about it alone.</param>
internal sealed partial record ListedThings(string Name, string Question)
{
    /// <summary>Returns them in order, at least two; empty where the question lists none, or compares.</summary>
    public static IReadOnlyList<ListedThings> Parse(string question)
    {
        var list = List().Match(question);
        if (!list.Success || Compares().IsMatch(question))
        {
            return [];
        }

        var (before, after) = (question[..list.Index], question[(list.Index + list.Length)..]);
        return
        [
            .. list.Groups["item"]
                .Captures.Select(item => new ListedThings(Article().Replace(item.Value, ""), $"{before}{item.Value}{after}")),
        ];
    }

    /// <summary>Returns those that an answer does not speak of, where it speaks of another one; else none.</summary>
    public static IReadOnlyList<ListedThings> LeftOut(string question, Answer answer)
    {
        if (answer is not Answer.Grounded told || Parse(question) is not { Count: > 1 } things)
        {
            return [];
        }

        ListedThings[] left = [.. things.Where(thing => !thing.IsIn(told))];
        return left.Length < things.Count ? left : [];
    }

    /// <summary>
    /// Returns an answer to the question about it alone, or that it was not found, where the answer does not speak of it.
    /// </summary>
    public Answer Told(Answer answer) =>
        answer is Answer.Grounded told && !IsIn(told) ? new Answer.NotFound { Reason = BotTexts.NothingFoundOn($"“{Name}”") } : answer;

    /// <summary>Returns whether its last word, in the singular, is in the answer or in a heading above it.</summary>
    private bool IsIn(Answer.Grounded answer)
    {
        var word = Name[(Name.LastIndexOf(' ') + 1)..].TrimEnd('s');
        return answer.Sentences.Any(sentence => sentence.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            || answer.Citations.Any(citation => citation.Section.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private const string Determiner = "(?:the|a|an|our|your|my|his|her|their|its)";

    [GeneratedRegex(
        $$"""
            \b
            (?:
                (?<item>{{Determiner}}\ [\w-]{1,40}(?:\ [\w-]{1,40})?)(?:,\ (?<item>{{Determiner}}\ [\w-]{1,40}(?:\ [\w-]{1,40})?)){0,4}
                  ,?\ (?:and|or)\ (?<item>{{Determiner}}\ [\w-]{1,40})\b
                | (?<item>{{Determiner}}\ [\w-]{1,40})(?:,\ (?<item>[\w-]{1,40})){1,4},?\ (?:and|or)\ (?<item>[\w-]{1,40})\b
            )
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex List();

    [GeneratedRegex(
        @"\b(?:difference|differences|differ|compare|compared|comparison|between|versus|vs|better|than|both|together)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Compares();

    [GeneratedRegex("^" + Determiner + " ", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Article();
}
