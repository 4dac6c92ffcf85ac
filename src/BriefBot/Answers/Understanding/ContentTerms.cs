using System.Text.RegularExpressions;
using BriefBot.Answers.Language;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>Finds the content words of a question, with chat spellings expanded and the folder's synonyms.</summary>
internal sealed partial class ContentTerms(ITextAnalyzer analyzer, SynonymTable synonyms)
{
    /// <summary>Maximum number of words; longer questions tell a story, and the first words are taken.</summary>
    public const int Most = 64;

    /// <summary>Replaces "you": articles about the bot use its name.</summary>
    private const string OwnName = "briefbot";

    private const double OwnBoost = 0.5;

    /// <summary>Weight of a measure word after "how" ("how high"), which answers rarely repeat.</summary>
    private const double MeasureBoost = 0.4;

    /// <summary>The words in order, each once; never more than <see cref="Most"/>.</summary>
    public IReadOnlyList<QueryTerm> Find(string text)
    {
        var own = SpeaksToTheBot().IsMatch(text)
            ? analyzer.Analyze(OwnName).Select(token => new QueryTerm(token.Term, OwnName, OwnBoost)).ToArray()
            : [];
        var asked = Carrying(text, own.Length > 0).SelectMany(token => Meant(text, token));
        QueryTerm[] terms = [.. own.Concat(asked).DistinctBy(term => term.Term).Take(Most)];
        return synonyms.IsEmpty ? terms : WithSynonyms(terms, synonyms.Find(analyzer.Analyze(text)));
    }

    private QueryTerm[] WithSynonyms(QueryTerm[] terms, IReadOnlyDictionary<string, IReadOnlyList<Synonym>> found) =>
        [.. terms.Select(term => term with { Synonyms = found.GetValueOrDefault(term.Term, []), IsKnown = synonyms.Knows(term.Term) })];

    private IEnumerable<QueryTerm> Meant(string text, Token token)
    {
        var spelt = Spelt(text, token);
        // A word of the folder's synonyms is no chat spelling of another one.
        var meant = synonyms.Knows(token.Term) ? spelt : ChatSpelling.Meant(spelt);
        return meant == spelt
            ? [new QueryTerm(token.Term, spelt, IsMeasure(text, token) ? MeasureBoost : 1)]
            : analyzer.Analyze(meant).Select(word => new QueryTerm(word.Term, meant[word.Start..word.End]));
    }

    /// <summary>Returns the content words; where there are none, all words, unless <paramref name="mayBeNone"/>.</summary>
    private IReadOnlyList<Token> Carrying(string text, bool mayBeNone)
    {
        // "Take place" has nothing to do with places, nor "held" with hands. Blanks keep the offsets.
        var tokens = analyzer.Analyze(Happens().Replace(text, match => new string(' ', match.Length)));
        var isForeign = ForeignLanguage.IsForeign(text);
        bool Asks(string word) => IsQuestionWord(word) || (isForeign && ForeignLanguage.IsForeignWord(word));
        var carrying = tokens.Where(token => !Asks(Spelt(text, token)) || IsAcronym(text, token)).ToArray();
        return carrying.Length > 0 || mayBeNone ? carrying : tokens;
    }

    private static bool IsQuestionWord(string word) => QuestionWords.Split(word).All(FunctionWords.Contains);

    /// <summary>Returns whether it is the measure after "how": its answer is a number, and seldom says "high" or "long".</summary>
    private static bool IsMeasure(string text, Token token) =>
        text.AsSpan(0, token.Start).TrimEnd().EndsWith("how", StringComparison.OrdinalIgnoreCase);

    /// <summary>"US" is a country where "us" is not, unless all is written in capitals.</summary>
    private static bool IsAcronym(string text, Token token) =>
        token.End - token.Start > 1
        && !text.AsSpan(token.Start, token.End - token.Start).ContainsAnyExceptInRange('A', 'Z')
        && text.Any(char.IsLower);

    private static string Spelt(string text, Token token)
    {
        var word = text[token.Start..token.End].ToLowerInvariant().Replace('’', '\'');
        return word.EndsWith("'s", StringComparison.Ordinal) && !FunctionWords.Contains(word) ? word[..^2] : word;
    }

    [GeneratedRegex(
        """
            \b(?:this|the)\ bot\b
            | \byou(?:r|rs|rself)\b
            | \bur\b
            | \b(?:who|what)\ are\ (?:you|u)\b
            | \bto\ (?:you|u)\b
            | \b(?:can|do)\ (?:you|u)\ do\b
            | ^(?:(?:and|so|hey|hi|ok|but),?\ )?(?:do|are|can|will|did|have|could)\ (?:you|u)\b
              (?!\ (?:know|tell|explain|say|give|help|find|show|list|please))
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex SpeaksToTheBot();

    [GeneratedRegex(
        @"\b(?:take|takes|took|taken|taking)(?>\s+)place\b|(?<=\b(?:is|are|was|were|be|been)\b.{0,200})\bheld\b",
        RegexOptions.IgnoreCase,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Happens();
}
