using System.Globalization;
using System.Text.RegularExpressions;
using BriefBot.Answers.Entailment;
using BriefBot.Answers.Language;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>Checks that a unit answers about the subject of the question, and not about a neighbour.</summary>
internal static partial class AskedRelation
{
    /// <summary>Maximum distance in characters between a number and the noun it counts.</summary>
    private const int NumberReach = 30;

    /// <summary>
    /// Returns whether a unit speaks of another one than the one that is asked about: the evening tour for the morning tour, ward 4 for
    /// ward 9, version 2.4 for 2.3, 2024 for 2023.
    /// </summary>
    public static bool IsOfAnother(QuestionMatch match, Candidate candidate) =>
        IsOfAnother(match.Question, candidate.All, candidate.Source);

    /// <summary>The same of some sentences of a passage.</summary>
    public static bool IsOfAnother(Question question, IEnumerable<Sentence> sentences, PassageSentences source)
    {
        if (question.Details.Count == 0 && question.Codes.Count == 0)
        {
            return false;
        }

        Sentence[] all = [.. sentences];
        var words = Spelt(all, source);
        return question.Details.Any(detail => IsOfAnother(detail, all, source, words))
            || question.Codes.Any(code => IsOfAnother(code, all, source, words));
    }

    /// <summary>
    /// Returns the sentences of a unit that do not speak of another subject than the one asked about, provided one speaks of that;
    /// otherwise all of them.
    /// </summary>
    /// <remarks>Of "Ward 4 is led by Maud. Ward 9 is led by Emil." the second for a question about ward 9.</remarks>
    public static IReadOnlyList<int> Asked(QuestionMatch match, PassageSentences source, IReadOnlyList<int> ordinals)
    {
        Sentence[] all = [.. ordinals.Select(ordinal => source.Sentences[ordinal])];
        bool Holds(Sentence sentence, Detail detail) =>
            sentence.Details.Any(other => other.Of == detail.Of && other.Place == detail.Place && other.Word.Term == detail.Word.Term);
        bool HasOther(Sentence sentence, Detail detail) =>
            !sentence.OwnWords.Any(word => word.Term == detail.Word.Term)
            && sentence.Details.Any(other => other.Of == detail.Of && other.Place == detail.Place && match.PlaceOf(other.Word.Term) < 0);
        var apart = match
            .Question.Details.Where(detail =>
                Array.Exists(all, sentence => Holds(sentence, detail)) && Array.Exists(all, sentence => HasOther(sentence, detail))
            )
            .ToArray();
        return apart.Length == 0
            ? ordinals
            : [.. ordinals.Where(ordinal => !apart.Any(detail => HasOther(source.Sentences[ordinal], detail)))];
    }

    /// <summary>
    /// Returns whether a unit contains the contrary of the question and not the word itself: when it opens, for when it closes.
    /// </summary>
    public static bool IsContrary(QuestionMatch match, Candidate candidate) => Contrary(match, candidate) is not null;

    /// <summary>
    /// Returns the word of the question, in lower case, whose contrary is in a unit that lacks the word itself; null where there is none.
    /// </summary>
    public static string? Contrary(QuestionMatch match, Candidate candidate)
    {
        if (match.Question.IsYesNo)
        {
            return null;
        }

        var words = Spelt(candidate.All, candidate.Source);
        return match.Question.Words.FirstOrDefault(asked =>
            !words.Any(word => ExclusiveWords.Relations.AreSame(asked, word))
            && words.Any(word => ExclusiveWords.Relations.Exclude(asked, word))
        );
    }

    /// <summary>
    /// Returns the share, from 0 to 1, of the question's predicate that is neither in the unit nor above it; 0 where the question has none.
    /// </summary>
    public static double Missing(QuestionMatch match, Candidate candidate)
    {
        var done = Enumerable
            .Range(0, match.Terms.Count)
            .Where(i => match.Terms[i].Asked.Boost >= 1 && IsDone(match.Question, match.Terms[i].Term))
            .ToArray();
        var related = match.Related([.. Full(candidate)]);
        return done.Length == 0 ? 0 : done.Average(i => 1 - related[i]);
    }

    /// <summary>
    /// Returns whether how many of something is asked and neither the unit gives a number of it nor a heading announces it.
    /// </summary>
    public static bool LacksCount(QuestionMatch match, Candidate candidate) =>
        match.Question.Words.Contains("many")
        && match.Question.AskedFor.Count > 0
        && !candidate.Source.Headings.Overlaps(match.Question.AskedFor)
        && !GivesCount(match, candidate);

    /// <summary>
    /// Returns whether a unit gives a number of the things asked for: "three boats", or a number under a header that names them.
    /// </summary>
    public static bool GivesCount(QuestionMatch match, Candidate candidate)
    {
        var asked = match.Question.AskedFor;
        bool IsOf(Fact number, Sentence sentence) =>
            sentence.HeaderWords.Any(word => asked.Contains(word.Term))
            || sentence.OwnWords.Any(word =>
                asked.Contains(word.Term) && word.Start >= number.Start && word.Start - number.End <= NumberReach
            );
        return candidate.All.Any(sentence => sentence.Facts.Any(fact => fact.Kind == FactKind.Number && IsOf(fact, sentence)));
    }

    /// <summary>Returns whether why something is so is asked and the unit gives no reason.</summary>
    public static bool LacksReason(QuestionMatch match, Candidate candidate) =>
        match.Question.Expected == AnswerType.Reason && !candidate.All.Any(sentence => Reason().IsMatch(sentence.Text));

    /// <summary>Returns the words of sentences, their headers and the headings above, in lower case.</summary>
    private static HashSet<string> Spelt(IEnumerable<Sentence> sentences, PassageSentences source) =>
        [
            .. sentences
                .SelectMany(sentence => sentence.Words)
                .Concat(source.Above.SelectMany(text => text.Words))
                .Select(word => word.Spelt),
        ];

    private static bool IsDone(Question question, string term) => VerbWords.AreMostly(term) && !question.Names.Contains(term);

    private static bool IsOfAnother(Detail asked, Sentence[] sentences, PassageSentences source, HashSet<string> words)
    {
        if (
            words.Any(word => ExclusiveWords.Kinds.AreSame(asked.Word.Spelt, word))
            || (asked.Place == DetailPlace.Number && IsWithin(asked.Word.Spelt, sentences, source))
        )
        {
            return false;
        }

        var others = sentences
            .SelectMany(sentence => sentence.Details)
            .Concat(source.Above.SelectMany(text => text.Details))
            .Where(other => other.Of == asked.Of);
        return others.Any(other =>
            asked.Place == DetailPlace.Number
                ? other.Place == DetailPlace.Number && !WrittenCodes.AreSame(other.Word.Spelt, asked.Word.Spelt)
                : ExclusiveWords.Kinds.Exclude(asked.Word.Spelt, other.Word.Spelt)
        );
    }

    /// <summary>
    /// Returns whether a version, year, error number or identifier is missing there while another of its shape is present.
    /// </summary>
    private static bool IsOfAnother(string code, Sentence[] sentences, PassageSentences source, HashSet<string> words)
    {
        string[] own = [.. sentences.SelectMany(sentence => WrittenCodes.Find(sentence.Text))],
            above = [.. source.Above.SelectMany(text => WrittenCodes.Find(text.Text))];
        return !words.Contains(code)
            && !own.Concat(above).Any(other => WrittenCodes.AreSame(code, other))
            && !IsOfDate(code, source.Passage)
            && own.Concat(above.Where(other => !WrittenCodes.IsEarlierYear(other, code))).Any(other => WrittenCodes.AreAlike(code, other));
    }

    private static bool IsOfDate(string year, Passage passage) =>
        passage.Date is { } date && date.Year.ToString(CultureInfo.InvariantCulture) == year;

    /// <summary>"Years 3 to 6" hold year 4.</summary>
    private static bool IsWithin(string number, Sentence[] sentences, PassageSentences source) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
        && sentences
            .Select(sentence => sentence.Text)
            .Concat(source.Above.Select(text => text.Text))
            .SelectMany(text => Range().Matches(text))
            .Any(range => Number(range.Groups[1]) <= asked && asked <= Number(range.Groups[2]));

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Full(Candidate candidate) =>
        candidate
            .Spoken()
            .Concat(candidate.All.SelectMany(sentence => sentence.Words).Select(word => word.Term))
            .Concat(candidate.Source.Title)
            .Concat(candidate.Source.Headings);

    [GeneratedRegex(
        @"\b(?:because|since|so that|due to|owing to|thanks to|as a result|therefore|reasons?|to avoid|to prevent|in order|otherwise|for safety|that is why"
            + @"|for (?:it|they|he|she))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Reason();

    [GeneratedRegex(@"\b([0-9]{1,6})\s?(?:to|–|-|through|until|and)\s?([0-9]{1,6})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Range();
}
