using System.Text.RegularExpressions;
using BriefBot.Answers.Language;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>A comparison of two things: "Which is bigger, X or Y", "compare X and Y".</summary>
/// <param name="First">The one, as typed.</param>
/// <param name="Second">The other.</param>
/// <param name="Measure">The type of value compared.</param>
internal sealed partial record Comparison(Compared First, Compared Second, AnswerType? Measure) : QuestionIntent
{
    /// <summary>Maximum number of words in the name of one thing.</summary>
    private const int MaxNameWords = 6;

    public override AnswerType? Expected => Measure;

    public static Comparison? Parse(string text, ITextAnalyzer analyzer)
    {
        var asked = Asked().Match(text);
        if (!asked.Success)
        {
            return null;
        }

        var (before, after) = (ComparedPhrase.Last(asked.Groups["left"].Value), ComparedPhrase.First(asked.Groups["right"].Value));
        var left = FromShared(before, after);
        var right = Alike(left, after);
        var (first, second) = (Terms(left, analyzer), Terms(right, analyzer));
        return first.IsSubsetOf(second) || second.IsSubsetOf(first) || first.Count > MaxNameWords || second.Count > MaxNameWords
            ? null
            : new Comparison(new Compared(left, Without(first, second)), new Compared(right, Without(second, first)), MeasureOf(text));
    }

    public override bool Frames(string word) => Framing().IsMatch(word);

    /// <summary>The question of one side alone: without the words of the other.</summary>
    public Question AskOneSide(Question question, Compared side)
    {
        var other = side == First ? Second : First;
        return question with
        {
            Terms = [.. question.Terms.Where(term => !other.Terms.Contains(term.Term))],
            Names = Without(question.Names, other.Terms),
            Details = [],
            Codes = [],
        };
    }

    /// <summary>"Glass Museum vs Railway Museum opening year": the second ends as the first does, or with its capitals.</summary>
    private static string Alike(string left, string right)
    {
        var words = right.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = left.Split(' ')[^1];
        var same = Array.FindIndex(words, word => string.Equals(word, last, StringComparison.OrdinalIgnoreCase));
        var capitals = words.TakeWhile(word => char.IsUpper(word[0])).Count();
        return string.Join(
            ' ',
            words.Take(
                same >= 0 ? same + 1
                : capitals > 0 ? capitals
                : words.Length
            )
        );
    }

    /// <summary>"D10 noise step I vs step II": the first begins with the word that the second begins with.</summary>
    private static string FromShared(string left, string right)
    {
        var words = left.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var same = Array.FindLastIndex(words, word => string.Equals(word, right.Split(' ')[0], StringComparison.OrdinalIgnoreCase));
        return same > 0 && same < words.Length - 1 ? string.Join(' ', words.Skip(same)) : left;
    }

    private static HashSet<string> Without(IReadOnlySet<string> terms, IReadOnlySet<string> others) =>
        [.. terms.Where(term => !others.Contains(term))];

    private static HashSet<string> Terms(string text, ITextAnalyzer analyzer) =>
        [
            .. from token in analyzer.Analyze(text)
            let word = text[token.Start..token.End].ToLowerInvariant()
            where !FunctionWords.Contains(word) && !Framing().IsMatch(word)
            select token.Term,
        ];

    private static AnswerType? MeasureOf(string text) =>
        Time().IsMatch(text) ? AnswerType.Date
        : More().IsMatch(text) ? AnswerType.Number
        : null;

    [GeneratedRegex(
        """
            ^\W*(?:\w+\ ){0,4}?(?:compare|comparison\ (?:of|between))\b(?<left>.+?)\band\b(?<right>.+)$
            | ^\W*(?:\w+\ ){0,4}?compare\b(?<left>.+?)\b(?:with|to|against|versus|vs)\b\.?(?<right>.+)$
            | \bdifferences?\b.*?\bbetween\b(?<left>.+?)\band\b(?<right>.+)$
            | ^(?<left>.+?)\b(?:vs|versus)\b\.?(?<right>.+)$
            | \bhow\ (?:does|do|did|is|are)\ (?<left>.+?)\ (?:differ|different)\ from\ (?<right>.+)$
            | ^\W*(?:is|are|was|were|did|does|do|has|have|had)\ (?<left>.+?)\ (?:(?:more|fewer|less)\b.*?|\p{L}{2,}er\ )\bthan\b
              (?<right>.+)$
            | \b
              (?:
                  (?:
                      more|fewer|less|bigger|smaller|larger|greater|higher|lower|older|younger|newer|earlier|later|first
                      |cheaper|longer|shorter|taller|faster|slower|better|stronger|heavier
                      | \p{Ll}{3,}ier
                  )
                  \b
              )
              (?<left>.+?)\bor\b(?<right>.+)$
            """,
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Asked();

    [GeneratedRegex(
        """
            \b
            (?:
                compared?|comparing|comparison|differences?|differs?|different|vs|versus|more|fewer|less|better
                | \p{L}{3,30}ier
                |bigger|smaller|larger|greater|higher|lower|older|younger|newer|earlier|later|cheaper|longer|shorter|taller
                |faster|slower|stronger
            )
            \b
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Framing();

    [GeneratedRegex(@"\b(?:first|earlier|later|older|younger|newer|years?)\b", RegexOptions.IgnoreCase, MatchTimeout.Milliseconds)]
    private static partial Regex Time();

    [GeneratedRegex(
        """
            \b
            (?:
                (?:more|fewer|less)\ (?:\w{1,40}s|people|men|women|children|money)
                |bigger|smaller|larger|greater|higher|lower|cheaper|longer|shorter|taller|faster|slower|heavier|stronger
                |pricier|costlier
            )
            \b
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex More();
}

/// <summary>One of two things that are compared.</summary>
/// <param name="Name">As it was typed.</param>
/// <param name="Terms">The analysed words that the other has not; never empty.</param>
internal sealed record Compared(string Name, IReadOnlySet<string> Terms);
