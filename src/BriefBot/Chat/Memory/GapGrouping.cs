using BriefBot.Retrieval;

namespace BriefBot.Chat.Memory;

/// <summary>Groups unanswered questions by what they ask, with their words and, where there are any, their vectors.</summary>
/// <remarks>
/// Average-link clustering: the two most similar groups are merged until none are similar enough. Its cost grows with the square of the
/// number of questions; beyond <see cref="MaxExact"/> each further question joins the most similar group or begins one.
/// </remarks>
internal static class GapGrouping
{
    /// <summary>Number of questions that are compared each with each.</summary>
    private const int MaxExact = 1_500;

    /// <summary>
    /// Minimum similarity of two groups with vectors. Chosen on the first 12 things of the questions in GapGroupingTests.
    /// </summary>
    private const double MinMeaning = 0.09;

    /// <summary>Weight of the vectors; the rest is that of common words.</summary>
    private const double MeaningShare = 0.95;

    /// <summary>Minimum similarity of two groups by words alone.</summary>
    private const double MinWords = 0.25;

    /// <summary>Returns the indexes of the questions in each group, the largest group first.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="analyzer">The analyzer of the index.</param>
    /// <param name="vectors">The vectors of the questions, of length 1; null for words alone.</param>
    public static IReadOnlyList<int[]> Group(IReadOnlyList<string> questions, ITextAnalyzer analyzer, IReadOnlyList<float[]>? vectors)
    {
        vectors = vectors is null ? null : Center(vectors);
        var words = questions.Select(question => Words(question, analyzer)).ToArray();
        double Similarity(int one, int other) =>
            vectors is null
                ? Shared(words[one], words[other])
                : (MeaningShare * Cosine(vectors[one], vectors[other])) + ((1 - MeaningShare) * Shared(words[one], words[other]));
        var groups = Merge(Math.Min(questions.Count, MaxExact), Similarity, vectors is null ? MinWords : MinMeaning);
        for (var i = MaxExact; i < questions.Count; i++)
        {
            var near = groups
                .Select(group => (group, Similarity: group.Take(8).Average(other => Similarity(i, other))))
                .MaxBy(one => one.Similarity);
            if (near.group is not null && near.Similarity >= (vectors is null ? MinWords : MinMeaning))
            {
                near.group.Add(i);
            }
            else
            {
                groups.Add([i]);
            }
        }

        return [.. groups.Select(group => group.ToArray()).OrderByDescending(group => group.Length).ThenBy(group => group[0])];
    }

    private static List<List<int>> Merge(int count, Func<int, int, double> similarity, double least)
    {
        var groups = Enumerable.Range(0, count).Select(i => new List<int> { i }).ToList();
        var sums = new double[count][];
        for (var i = 0; i < count; i++)
        {
            sums[i] = new double[count];
            for (var j = 0; j < i; j++)
            {
                sums[i][j] = sums[j][i] = similarity(i, j);
            }
        }

        // The most similar other group of each, kept up to date, so that a merge costs one pass.
        var alive = Enumerable.Range(0, count).ToHashSet();
        double Average(int one, int other) => sums[one][other] / ((double)groups[one].Count * groups[other].Count);
        int Nearest(int one) =>
            alive.Where(other => other != one).DefaultIfEmpty(-1).MaxBy(other => other < 0 ? double.MinValue : Average(one, other));
        var nearest = Enumerable.Range(0, count).Select(Nearest).ToArray();
        while (alive.Count > 1)
        {
            var one = alive.MaxBy(i => Average(i, nearest[i]));
            var other = nearest[one];
            if (Average(one, other) < least)
            {
                break;
            }

            groups[one].AddRange(groups[other]);
            alive.Remove(other);
            foreach (var third in alive.Where(third => third != one))
            {
                sums[one][third] = sums[third][one] = sums[one][third] + sums[other][third];
            }

            foreach (var third in alive.Where(third => third == one || nearest[third] == one || nearest[third] == other))
            {
                nearest[third] = Nearest(third);
            }

            foreach (var third in alive.Where(third => third != one && Average(third, one) > Average(third, nearest[third])))
            {
                nearest[third] = one;
            }
        }

        return [.. alive.Order().Select(i => groups[i])];
    }

    private static Dictionary<string, double> Words(string question, ITextAnalyzer analyzer) =>
        analyzer.Analyze(question).Select(token => token.Term).Distinct().ToDictionary(term => term, RelatedWords.Rarity);

    /// <summary>Returns the share of their informativeness that two questions have in common, from 0 to 1.</summary>
    private static double Shared(Dictionary<string, double> one, Dictionary<string, double> other)
    {
        var common = one.Where(word => other.ContainsKey(word.Key)).Sum(word => word.Value);
        var all = one.Values.Sum() + other.Values.Sum() - common;
        return all > 0 ? common / all : 0;
    }

    /// <summary>Returns the vectors without their mean, of length 1: what all questions have in common tells nothing.</summary>
    private static float[][] Center(IReadOnlyList<float[]> vectors)
    {
        var mean = new float[vectors[0].Length];
        foreach (var vector in vectors)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += vector[i] / vectors.Count;
            }
        }

        return
        [
            .. vectors.Select(vector =>
            {
                var centered = vector.Zip(mean, (value, average) => value - average).ToArray();
                var length = MathF.Sqrt(Cosine(centered, centered));
                return length > 0 ? centered.Select(value => value / length).ToArray() : centered;
            }),
        ];
    }

    private static float Cosine(float[] one, float[] other)
    {
        var sum = 0f;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
