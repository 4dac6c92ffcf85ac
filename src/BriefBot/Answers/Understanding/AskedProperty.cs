using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>
/// A property that a question asks for by name: its population, her age, their president. A passage about the subject without a word for
/// the property does not answer, however well it matches otherwise.
/// </summary>
/// <param name="Name">The property, for a refusal.</param>
/// <param name="Words">The analyzed words, one of which an answer contains.</param>
internal sealed partial record AskedProperty(string Name, IReadOnlySet<string> Words)
{
    private static readonly FrozenDictionary<string, string> Known = WordList
        .Lines("Answers/Understanding/properties.tsv")
        .Select(line => line.Split('\t'))
        .ToFrozenDictionary(property => property[0], property => property[1], StringComparer.Ordinal);

    /// <summary>The property that <paramref name="question"/>, in lower case, asks for; null where none of those known.</summary>
    public static AskedProperty? Parse(string question, ITextAnalyzer analyzer)
    {
        var match = Asked().Match(question);
        var name = match.Groups["old"].Success ? "age" : match.Groups["property"].Value;
        return Known.TryGetValue(name, out var words)
            ? new AskedProperty(name, analyzer.Analyze(words).Select(token => token.Term).ToHashSet())
            : null;
    }

    /// <summary>Returns whether one of <paramref name="words"/> states it.</summary>
    public bool IsIn(IEnumerable<string> words) => words.Any(Words.Contains);

    [GeneratedRegex(
        """
              \b(?:what|who|which)\ (?:is|was|are|were)\ (?:the\ |a\ |his\ |her\ |its\ |their\ )?
              (?:(?:current|total|average|official)\ )?(?<property>(?>[a-z]+))(?=\ of\b|\ in\b|$)
            | \b(?:what|who)\ (?:is|was)\ .{0,200}'s\ (?<property>(?>[a-z]+))$
            | \bhow\ (?<old>old)\b
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Asked();
}
