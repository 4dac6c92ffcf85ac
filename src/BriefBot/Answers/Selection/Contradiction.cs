using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;

namespace BriefBot.Answers.Selection;

/// <summary>Finds a presupposition of the question that the best unit contradicts: "why does it cost 80 euros" where it costs 60.</summary>
internal static class Contradiction
{
    /// <summary>Minimum share of the question's other words in the unit and above it.</summary>
    private const double LeastHeld = 0.75;

    /// <summary>
    /// Returns the words of the question that the unit contradicts, as they were typed, or null where it contradicts none.
    /// </summary>
    public static string? Find(QuestionMatch match, Candidate best)
    {
        var question = match.Question;
        if (question.Expected != AnswerType.Reason && !question.IsYesNo)
        {
            return null;
        }

        return Figure(match, best)
            ?? (
                question.Expected == AnswerType.Reason && AskedRelation.Contrary(match, best) is { } word && HoldsRest(match, best, word)
                    ? word
                    : null
            );
    }

    /// <summary>Returns a number of the question that the unit lacks while it has another one of the same measure.</summary>
    private static string? Figure(QuestionMatch match, Candidate best)
    {
        var text = match.Question.Text;
        var figures = FactReader.Read(text).Where(fact => fact.Kind == FactKind.Number && Measure(text, fact).Length > 0).ToArray();
        if (figures is not [var figure])
        {
            return null;
        }

        var measure = Measure(text, figure);
        var digits = Digits(text, figure);
        var others = best
            .Sentences.SelectMany(sentence =>
                sentence.Facts.Where(fact => fact.Kind == FactKind.Number).Select(fact => (sentence.Text, Fact: fact))
            )
            .ToArray();
        return
            others.Any(other => Measure(other.Text, other.Fact) == measure)
            && !others.Any(other => Digits(other.Text, other.Fact) == digits)
            && HoldsRest(match, best, digits)
            ? text.Substring(figure.Start, figure.Length)
            : null;
    }

    private static bool HoldsRest(QuestionMatch match, Candidate best, string word)
    {
        var weights = match.Terms.Select((term, i) => term.Asked.Word == word ? 0 : match.Weights[i]).ToArray();
        var held = match.Related([
            .. best.All.SelectMany(sentence => sentence.Words).Select(word => word.Term),
            .. best.Source.Title,
            .. best.Source.Headings,
        ]);
        return weights.Sum() > 0 && QuestionMatch.Weighted(held, weights) >= LeastHeld;
    }

    private static string Digits(string text, Fact fact) => string.Concat(text.Substring(fact.Start, fact.Length).Where(char.IsAsciiDigit));

    /// <summary>
    /// Returns the measure of a number: its currency or per cent sign, else the next word in the singular; empty where none follows.
    /// </summary>
    private static string Measure(string text, Fact fact)
    {
        var number = text.AsSpan(fact.Start, fact.Length);
        return number.IndexOfAny("$€£¥%") is >= 0 and var sign
            ? number[sign].ToString()
            : string.Concat(text[fact.End..].TrimStart(' ', '-').TakeWhile(char.IsLetter)).ToLowerInvariant().TrimEnd('s');
    }
}
