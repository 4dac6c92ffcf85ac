using System.Buffers;
using System.Text.RegularExpressions;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Entailment;

/// <summary>Cuts a statement into its words and these into clauses, by signs that are written: marks, conjunctions, verbs.</summary>
internal static partial class StatementWords
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(";:.!?—()");

    public static AnnotatedToken[] Parse(string text, ITextAnalyzer analyzer)
    {
        var terms = analyzer.Analyze(text).ToLookup(token => token.Start, token => token.Term);
        var matches = Word().Matches(text).ToArray();
        var words = new List<AnnotatedToken>(matches.Length);
        for (var i = 0; i < matches.Length; i++)
        {
            var written = Possessive().Replace(matches[i].Value, "");
            var lower = written.ToLowerInvariant();
            var from = i > 0 ? matches[i - 1].Index + matches[i - 1].Length : 0;
            words.Add(
                new AnnotatedToken
                {
                    Text = written,
                    Lower = lower,
                    Term = terms[matches[i].Index].FirstOrDefault() ?? lower,
                    Start = matches[i].Index,
                    Index = i,
                    Before = string.Concat(text[from..matches[i].Index].Where(c => !char.IsWhiteSpace(c))),
                    Clause = 0,
                    IsName = IsName(
                        written,
                        lower,
                        isFirst: i == 0 || Ends().IsMatch(text[from..matches[i].Index]),
                        terms[matches[i].Index].FirstOrDefault() ?? lower
                    ),
                }
            );
        }

        if (
            words.Count > 1
            && words[1].IsName
            && words[1].Before.Length == 0
            && char.IsUpper(words[0].Text[0])
            && !ClosedWords.Contains(words[0].Lower)
        )
        {
            words[0] = words[0] with { IsName = true };
        }

        return InClauses(words);
    }

    /// <summary>
    /// Returns whether a word is a name. A first word is capitalized by its position, so it is one only if it is unknown.
    /// </summary>
    private static bool IsName(string written, string lower, bool isFirst, string term) =>
        char.IsUpper(written[0])
            && written != "I"
            && !(
                isFirst
                && (
                    ClosedWords.Contains(lower)
                    || ClosedWords.IsLight(lower)
                    || ClosedWords.IsAdverb(lower)
                    || (written.Skip(1).All(char.IsLower) && IsWord(lower, term))
                )
            )
        || (written.Length > 1 && written.Skip(1).Any(char.IsUpper));

    private static bool IsWord(string lower, string term) =>
        RelatedWords.Knows(term)
        || VerbWords.Are(term)
        || QuantityReader.IsNumber(lower)
        || Units.Find(lower) is not null
        || lower.EndsWith("ing", StringComparison.Ordinal)
        || lower.EndsWith("ed", StringComparison.Ordinal)
        || lower.EndsWith('s');

    private static AnnotatedToken[] InClauses(List<AnnotatedToken> words)
    {
        var (clause, hasVerb) = (0, false);
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && Begins(words, i, hasVerb))
            {
                (clause, hasVerb) = (clause + 1, false);
            }

            words[i] = words[i] with { Clause = clause };
            hasVerb |= Verbs.IsVerb(words, i) || ClosedWords.IsAuxiliary(words[i].Lower);
        }

        return [.. words];
    }

    private static bool Begins(List<AnnotatedToken> words, int i, bool hasVerb)
    {
        var (word, before) = (words[i], words[i].Before);
        if (before.Contains('|', StringComparison.Ordinal) || (before.AsSpan().ContainsAny(Marks) && !word.IsFigure))
        {
            return true;
        }

        if (ClosedWords.BeginsClause(word.Lower) && !(word.Lower is "that" or "so" && !hasVerb))
        {
            return hasVerb
                || before.Contains(',', StringComparison.Ordinal)
                || word.Lower is "who" or "which" or "whose" or "when" or "where" or "while";
        }

        return hasVerb
            && (
                (ClosedWords.IsAnd(word.Lower) && VerbIsNear(words, i + 1, 3))
                || (before.Contains(',', StringComparison.Ordinal) && VerbIsNear(words, i, 4))
            );
    }

    /// <summary>
    /// Returns whether within a few words, before the next mark, a verb follows that is not only a participle beside a noun.
    /// </summary>
    private static bool VerbIsNear(List<AnnotatedToken> words, int from, int reach)
    {
        for (var i = from; i < words.Count && i <= from + reach; i++)
        {
            if (i > from && (words[i].Before.Length > 0 || ClosedWords.IsAnd(words[i].Lower)))
            {
                return false;
            }

            if (Verbs.IsVerb(words, i) || ClosedWords.IsAuxiliary(words[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        """
              [0-9]{1,2}(?:[.:][0-9]{2})?[AaPp][Mm](?![\p{L}\p{N}])
            | (?>[0-9]+)(?>(?:[.,:](?>[0-9]+))*)(?:st|nd|rd|th|s)?(?![\p{L}\p{N}])
            | [\p{L}\p{N}_](?>[\p{L}\p{N}\p{M}_]*)(?:['’]\p{L}{1,3}(?!\p{L}))?
            | [%°$€£¥]
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Word();

    [GeneratedRegex(@"['’]s$|(?<=s)['’]$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"[.!?:]", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Ends();
}
