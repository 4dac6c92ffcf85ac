using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;

namespace BriefBot.Answers.Selection;

/// <summary>Finds what a question takes for granted and the best unit says otherwise: "why does it cost 80 euros" where it costs 60.</summary>
internal static class Contradiction
{
    /// <summary>The unit and what stands above it hold at least this share of the question's other words.</summary>
    private const double LeastHeld = 0.75;

    /// <summary>Returns the words of the question that the unit contradicts, as they were typed, or null where it contradicts none.</summary>
    public static string? Find(QuestionMatch match, Candidate best)
    {
        var question = match.Question;
        if (question.Expected != AnswerType.Reason && !question.IsYesNo)
        {
            return null;
        }

        return Figure(match, best)
            ?? (question.Expected == AnswerType.Reason && AskedRelation.Contrary(match, best) is { } word && HoldsRest(match, best, word) ? word : null);
    }

    /// <summary>A number of the question that stands nowhere in the unit, where another one of the same unit of measure does.</summary>
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
        var others = best.Sentences.SelectMany(sentence => sentence.Facts.Where(fact => fact.Kind == FactKind.Number).Select(fact => (sentence.Text, Fact: fact))).ToArray();
        return others.Any(other => Measure(other.Text, other.Fact) == measure) && !others.Any(other => Digits(other.Text, other.Fact) == digits) && HoldsRest(match, best, digits)
            ? text.Substring(figure.Start, figure.Length) : null;
    }

    private static bool HoldsRest(QuestionMatch match, Candidate best, string word)
    {
        var weights = match.Terms.Select((term, i) => term.Asked.Word == word ? 0 : match.Weights[i]).ToArray();
        var held = match.Related([.. best.All.SelectMany(sentence => sentence.Words).Select(word => word.Term), .. best.Source.Title, .. best.Source.Headings]);
        return weights.Sum() > 0 && QuestionMatch.Weighted(held, weights) >= LeastHeld;
    }

    private static string Digits(string text, Fact fact) => string.Concat(text.Substring(fact.Start, fact.Length).Where(char.IsAsciiDigit));

    /// <summary>What a number counts: the currency or per cent sign in it, else the word after it, without its plural; empty where nothing follows.</summary>
    private static string Measure(string text, Fact fact)
    {
        var number = text.AsSpan(fact.Start, fact.Length);
        return number.IndexOfAny("$€£¥%") is >= 0 and var sign ? number[sign].ToString()
            : string.Concat(text[fact.End..].TrimStart(' ', '-').TakeWhile(char.IsLetter)).ToLowerInvariant().TrimEnd('s');
    }
}
