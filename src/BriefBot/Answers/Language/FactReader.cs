using System.Text.RegularExpressions;

namespace BriefBot.Answers.Language;

/// <summary>Finds the dates, numbers and names of a text by how they are written.</summary>
internal static partial class FactReader
{
    private const string Month =
        "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|"
        + "May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";

    private const string Weekday = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";

    private const string Year = "(?:1[0-9]{3}|20[0-9]{2})(?![0-9,.]?[0-9])";

    private const string Small =
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
        + "fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|dozens?|once|twice|single|zero|couple";

    /// <summary>Returns the facts in order of their start, without overlap: part of a date is no number, part of either no name.</summary>
    public static IReadOnlyList<Fact> Read(string text)
    {
        var facts = new List<Fact>();
        Add(facts, FactKind.Date, Dates().Matches(text));
        Add(facts, FactKind.Number, Numbers().Matches(text));
        Add(facts, FactKind.Name, Names().Matches(text));
        facts.RemoveAll(fact => fact.Kind == FactKind.Name && IsOnlyAnOpeningWord(text, fact));
        facts.Sort((a, b) => a.Start.CompareTo(b.Start));
        return facts;
    }

    private static void Add(List<Fact> facts, FactKind kind, MatchCollection matches)
    {
        foreach (
            var match in matches.Where(match => !facts.Exists(fact => match.Index < fact.End && fact.Start < match.Index + match.Length))
        )
        {
            facts.Add(new Fact(kind, match.Index, match.Length));
        }
    }

    /// <summary>A sentence's first word has its capital from its place, unless more capitals follow.</summary>
    private static bool IsOnlyAnOpeningWord(string text, Fact fact)
    {
        var word = text.AsSpan(fact.Start, fact.Length);
        if (word.Contains(' ') || word.Length < 2 || word[1..].ContainsAnyInRange('A', 'Z'))
        {
            return false;
        }

        var before = text.AsSpan(0, fact.Start).TrimEnd();
        return (before.IsEmpty || before[^1] is '.' or '!' or '?' or '"' or '“' or ':')
            && FunctionWords.Contains(word.ToString().ToLowerInvariant());
    }

    [GeneratedRegex(
        $$"""
            \b
            (?:
                  (?:{{Weekday}},?(?>\s+))?
                  (?:
                      [0-9]{1,2}(?:st|nd|rd|th)?(?>\s+)(?:of(?>\s+))?{{Month}}(?:,?(?>\s+){{Year}})?
                      | {{Month}}(?>\s+)[0-9]{1,2}(?:st|nd|rd|th)?\b(?![0-9])(?:,?(?>\s+){{Year}})?
                  )
                | {{Month}},?(?>\s+){{Year}}
                | [0-9]{4}-[0-9]{2}-[0-9]{2}
                | {{Year}}s?
                | [0-9]{1,2}(?:st|nd|rd|th)(?>\s+)(?:century|centuries)
                | (?<=(?:in|since|until|by|from|of|last|next|early|late|during)\s){{Month}}
                | (?>[0-9]+)(?>(?:[.,](?>[0-9]+))*)\s(?:(?:million|billion|thousand)\s)?years?\sago
                | {{Weekday}}s?
                | [0-9]{1,2}:[0-9]{2}(?:\s?[ap]\.?m\.?)?
                | [0-9]{1,2}(?:\.[0-9]{2})?\s?[ap]\.?m
                | noon|midnight
            )
            (?:(?>\s+)(?:BCE?|AD|CE|BP))?\b
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Dates();

    [GeneratedRegex(
        $$"""
              (?:[$€£¥]\s?)?\b(?>[0-9]+)(?>(?:[.,](?>[0-9]+))*)
              (?>(?:\s?(?:%|per\s?cent|percent|million|billion|trillion|thousand|hundred))*)
            | \b
              (?:
                  (?:{{Small}})(?:[\s-](?:{{Small}}))?(?>(?:\s(?:hundred|thousand|million|billion|trillion))*)
                  |hundreds?|thousands?|millions?|billions?
              )
              \b(?:\s(?:per\s?cent|percent))?
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Numbers();

    [GeneratedRegex(
        """
              \b\p{Lu}(?>(?:(?>[\p{Mn}'’.-]*)\p{L})+)
              (?>(?:(?>\s+)(?:(?:of|the|de|la|del|von|van|bin|al|and(?>\s+)the)(?>\s+))?\p{Lu}(?>(?:(?>[\p{Mn}'’-]*)\p{L})+))*)
            | \b(?>\p{Lu}{2,})\b
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Names();
}

/// <summary>A date, a number or a name in a text: 0-based start and length in characters.</summary>
internal readonly record struct Fact(FactKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>The kind of a fact in a text.</summary>
internal enum FactKind
{
    Date,
    Number,
    Name,
}
