using BriefBot.Answers.Evaluation;

namespace BriefBot.Tuning;

/// <summary>Prints what was measured.</summary>
internal static class Report
{
    public static void Print(string name, IReadOnlyList<Measured> measured)
    {
        var answerable = measured.Where(m => m.Example.Question.Answerable).ToArray();
        Console.WriteLine($"{name}: {answerable.Length} answerable, {measured.Count - answerable.Length} not");
        Console.WriteLine($"  a passage found holds the answer: first {Share(answerable, m => Holds(m, 1))}, first ten {Share(answerable, m => Holds(m, 10))}");
        Console.WriteLine($"  refusal off: best sentence {Share(answerable, m => m.TopRight)}, first of the reply {Share(answerable, m => m.FirstRight)}, reply "
            + $"{Share(answerable, m => m.ReplyRight)};"
            + $" {answerable.Average(m => m.Sentences):F2} sentences, {answerable.Average(m => m.Words):F1} words");
        foreach (var refusing in new[] { 0.5, 0.6, 0.7, 0.8, 0.9 })
        {
            Console.WriteLine($"  {AtEqualRefusals(measured, refusing)}");
        }

        for (var threshold = 0.20; threshold < 0.61; threshold += 0.05)
        {
            var answered = answerable.Where(m => m.Confidence >= threshold).ToArray();
            var refused = measured.Where(m => !m.Example.Question.Answerable)
                .GroupBy(m => m.Example.Question.Kind)
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => $"{kind.Key} {Share([.. kind], m => m.Confidence < threshold)}");
            Console.WriteLine($"  at {threshold:F2}: answered {Share(answerable, m => m.Confidence >= threshold)}, right of those "
                + $"{Share(answered, m => m.ReplyRight)}; refused {string.Join(", ", refused)}");
        }
    }

    /// <summary>One line: the best sentence, the reply, the area under ROC of answerable against not, and what is answered where so large a share of
    /// the others is refused.</summary>
    public static string Line(IReadOnlyList<Measured> measured)
    {
        var answerable = measured.Where(m => m.Example.Question.Answerable).ToArray();
        return $"best sentence {Share(answerable, m => m.TopRight)}, reply {Share(answerable, m => m.ReplyRight)}, area under ROC {AreaUnderRoc(measured):F3}; "
            + $"{AtEqualRefusals(measured, 0.7)}; {AtEqualRefusals(measured, 0.85)}";
    }

    private static string AtEqualRefusals(IReadOnlyList<Measured> measured, double refusing)
    {
        var answerable = measured.Where(m => m.Example.Question.Answerable).ToArray();
        var others = measured.Where(m => !m.Example.Question.Answerable).Select(m => m.Confidence).Order().ToArray();
        var threshold = others.Length == 0 ? 0 : others[Math.Min((int)(refusing * others.Length), others.Length - 1)];
        var answered = answerable.Where(m => m.Confidence >= threshold).ToArray();
        return $"{100 * refusing:F0} % refused (at {threshold:F2}): answered rightly {Share(answerable, m => m.ReplyRight && m.Confidence >= threshold)}, "
            + $"right of those answered {Share(answered, m => m.ReplyRight)}";
    }

    private static double AreaUnderRoc(IReadOnlyList<Measured> measured)
    {
        var answerable = measured.Where(m => m.Example.Question.Answerable).Select(m => m.Confidence).ToArray();
        var others = measured.Where(m => !m.Example.Question.Answerable).Select(m => m.Confidence).ToArray();
        return answerable.Average(one => others.Average(other => one > other ? 1.0 : one == other ? 0.5 : 0));
    }

    public static void PrintKinds(IReadOnlyList<Measured> measured)
    {
        foreach (var kind in measured.Where(m => m.Example.Question.Answerable).GroupBy(m => m.Example.Found.Match.Question.Expected))
        {
            Console.WriteLine($"  {kind.Key} ({kind.Count()}): best sentence {Share([.. kind], m => m.TopRight)}, reply {Share([.. kind], m => m.ReplyRight)}");
        }
    }

    private static bool Holds(Measured m, int passages) =>
        m.Example.Found.Passages.Passages.Take(passages).Any(p => p.Passage.Blocks.Any(block => AnswerMatch.Holds(block.Text, m.Example.Question.Answers)));

    private static string Share(Measured[] all, Func<Measured, bool> counts) => $"{100.0 * all.Count(counts) / Math.Max(all.Length, 1):F1} %";
}
