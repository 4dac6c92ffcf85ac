using BriefBot.Answers.Language;
using BriefBot.Answers.Understanding;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>Matches a question with texts: the weights of its words, and which of them a text contains.</summary>
internal sealed class QuestionMatch
{
    /// <summary>A word that was taken for a misspelt one is believed a little less.</summary>
    private const double CorrectionDiscount = 0.8;

    private readonly Dictionary<string, int> _places;

    public QuestionMatch(Question question, IReadOnlyList<FoundTerm> terms)
    {
        Question = question;
        Terms = terms;
        Weights = [.. terms.Select(Weight)];
        Total = Math.Max(Weights.Sum(), 1e-9);
        Greatest = Math.Max(Weights.DefaultIfEmpty().Max(), 1e-9);
        Telling = [.. terms.Select((term, i) => Weights[i] * RelatedWords.Rarity(term.Term))];
        _places = [];
        for (var i = 0; i < terms.Count; i++)
        {
            _places.TryAdd(terms[i].Term, i);
        }
    }

    public Question Question { get; }

    /// <summary>The terms with their statistics, in the question's order.</summary>
    public IReadOnlyList<FoundTerm> Terms { get; }

    /// <summary>The weight of each term, in the same order.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>The total weight; above 0.</summary>
    public double Total { get; }

    /// <summary>The greatest weight; above 0.</summary>
    public double Greatest { get; }

    /// <summary>The informativeness of each term, independent of the folder: common English words count little.</summary>
    public IReadOnlyList<double> Telling { get; }

    /// <summary>The place of a term in the question, or -1.</summary>
    public int PlaceOf(string term) => _places.GetValueOrDefault(term, -1);

    /// <summary>Returns which terms of the question are among <paramref name="words"/>.</summary>
    public bool[] Held(IEnumerable<string> words)
    {
        var held = new bool[Terms.Count];
        foreach (var word in words)
        {
            if (PlaceOf(word) is >= 0 and var place)
            {
                held[place] = true;
            }
        }

        return held;
    }

    /// <summary>Returns whether the title or headings of a passage contain every term of the question, apart from words of time.</summary>
    public bool IsAbove(PassageSentences source) =>
        Held(source.Title.Concat(source.Headings)).Index().All(held => held.Item || Question.Time.Frames(Terms[held.Index].Asked.Word));

    /// <summary>The share of the question's weight that is held, from 0 to 1.</summary>
    public double Share(ReadOnlySpan<bool> held)
    {
        var sum = 0.0;
        for (var i = 0; i < held.Length; i++)
        {
            sum += held[i] ? Weights[i] : 0;
        }

        return sum / Total;
    }

    /// <summary>
    /// Returns for each term of the question how well <paramref name="words"/> cover it: 1, or the relatedness of the nearest word.
    /// </summary>
    public double[] Related(IReadOnlyCollection<string> words)
    {
        var related = new double[Terms.Count];
        foreach (var word in words)
        {
            if (PlaceOf(word) is >= 0 and var place)
            {
                related[place] = 1;
            }
        }

        for (var i = 0; i < related.Length; i++)
        {
            var like = RelatedWords.To(Terms[i].Term);
            related[i] =
                related[i] == 1 || like.Count == 0 ? related[i] : words.Select(word => like.GetValueOrDefault(word)).DefaultIfEmpty().Max();
        }

        return related;
    }

    /// <summary>The share of <paramref name="weights"/> that is held, where each word may be held in part.</summary>
    public static double Weighted(double[] held, IReadOnlyList<double> weights)
    {
        var (sum, total) = (0.0, 1e-9);
        for (var i = 0; i < held.Length; i++)
        {
            sum += held[i] * weights[i];
            total += weights[i];
        }

        return sum / total;
    }

    /// <summary>The greatest weight that is not held, as a share of the greatest there is.</summary>
    public double GreatestMissing(ReadOnlySpan<bool> held)
    {
        var missing = 0.0;
        for (var i = 0; i < held.Length; i++)
        {
            missing = held[i] ? missing : Math.Max(missing, Weights[i]);
        }

        return missing / Greatest;
    }

    /// <summary>
    /// Returns the share of the question's terms with digits (numbers, codes, versions) that is missing; 0 where it has none.
    /// </summary>
    public double NumbersMissing(ReadOnlySpan<bool> held)
    {
        var (numbers, missing) = (0, 0);
        for (var i = 0; i < held.Length; i++)
        {
            if (Terms[i].Term.Any(char.IsAsciiDigit))
            {
                numbers++;
                missing += held[i] ? 0 : 1;
            }
        }

        return numbers == 0 ? 0 : (double)missing / numbers;
    }

    /// <summary>Returns the share of the question's names that is present; 1 where it has none.</summary>
    public double NamesShare(ReadOnlySpan<bool> held)
    {
        var (names, found) = (0, 0);
        for (var i = 0; i < held.Length; i++)
        {
            if (Question.Names.Contains(Terms[i].Term))
            {
                names++;
                found += held[i] ? 1 : 0;
            }
        }

        return names == 0 ? 1 : (double)found / names;
    }

    /// <summary>Returns the weight of a term; 0 for one from an earlier question that the folder lacks.</summary>
    private static double Weight(FoundTerm term) =>
        term switch
        {
            { Asked.Boost: < 1, DocumentFrequency: 0 } => 0,
            { Asked.Typed: not null } => term.Weight * CorrectionDiscount,
            _ => term.Weight,
        };
}
