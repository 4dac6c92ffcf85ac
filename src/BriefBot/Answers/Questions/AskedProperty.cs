using System.Text.RegularExpressions;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Questions;

/// <summary>
/// A property of somebody or something that a question asks for by its name: its population, her age, their president. A
/// passage about the thing that has no word for the property does not answer, however well all else fits.
/// </summary>
/// <param name="Name">The property, for a refusal.</param>
/// <param name="Words">The analysed words, one of which an answer has.</param>
internal sealed partial record AskedProperty(string Name, IReadOnlySet<string> Words)
{
    /// <summary>The properties people ask for, and the words by which articles state them.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["population"] = "population inhabitants residents people populous",
        ["age"] = "age old aged born birthday birth",
        ["birthday"] = "birthday born birth",
        ["height"] = "height tall high metres meters feet",
        ["weight"] = "weight weigh kilograms kilos pounds tonnes tons",
        ["capital"] = "capital",
        ["currency"] = "currency money coin",
        ["religion"] = "religion faith church",
        ["language"] = "language speak tongue",
        ["president"] = "president presidency presidential",
        ["king"] = "king monarch throne reign",
        ["queen"] = "queen monarch throne reign",
        ["wife"] = "wife married marry spouse",
        ["husband"] = "husband married marry spouse",
        ["mother"] = "mother parent son daughter child",
        ["father"] = "father parent son daughter child",
        ["ceo"] = "ceo chief executive head",
        ["salary"] = "salary pay paid earn wage",
        ["price"] = "price cost pay sell sold",
        ["cost"] = "price cost pay spend spent worth",
        ["gdp"] = "gdp gross product economy",
        ["address"] = "address street located",
        ["email"] = "email mail",
        ["phone"] = "phone telephone call",
        ["temperature"] = "temperature degrees hot cold warm kelvin",
    };

    /// <summary>The property that <paramref name="question"/>, in lower case, asks for; null where none of those known.</summary>
    public static AskedProperty? In(string question, ITextAnalyzer analyzer)
    {
        var match = Asked().Match(question);
        var name = match.Groups["old"].Success ? "age" : match.Groups["property"].Value;
        return Known.TryGetValue(name, out var words) ? new AskedProperty(name, analyzer.Analyze(words).Select(token => token.Term).ToHashSet()) : null;
    }

    /// <summary>Whether one of <paramref name="words"/> states it.</summary>
    public bool IsIn(IEnumerable<string> words) => words.Any(Words.Contains);

    [GeneratedRegex(@"\b(?:what|who|which) (?:is|was|are|were) (?:the |a |his |her |its |their )?(?:(?:current|total|average|official) )?(?<property>(?>[a-z]+))(?= of\b| in\b|$)|\b(?:what|who) (?:is|was) .{0,200}'s (?<property>(?>[a-z]+))$|\bhow (?<old>old)\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex Asked();
}
