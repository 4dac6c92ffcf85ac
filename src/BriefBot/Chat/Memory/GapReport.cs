using BriefBot.Retrieval;

namespace BriefBot.Chat.Memory;

/// <summary>The unanswered questions, grouped by what they ask.</summary>
/// <param name="Since">The time from which on questions are counted.</param>
/// <param name="Questions">Number of unanswered questions.</param>
/// <param name="Gaps">The groups, the most asked first.</param>
internal sealed record GapReport(DateTimeOffset Since, int Questions, IReadOnlyList<Gap> Gaps)
{
    private const int MaxSamples = 3;

    /// <summary>Creates the report.</summary>
    /// <param name="asked">The unanswered questions.</param>
    /// <param name="since">The time from which on they were looked for.</param>
    /// <param name="analyzer">The analyzer of the index.</param>
    /// <param name="embed">Returns the vectors of texts, of length 1; null for words alone.</param>
    public static GapReport Create(
        IReadOnlyList<AskedQuestion> asked,
        DateTimeOffset since,
        ITextAnalyzer analyzer,
        Func<IReadOnlyList<string>, IReadOnlyList<float[]>>? embed
    )
    {
        // The same words are asked many times: they are compared once.
        var same = asked
            .GroupBy(question => Fold(question.Text), StringComparer.OrdinalIgnoreCase)
            .Select(group => group.ToArray())
            .ToArray();
        string[] texts = [.. same.Select(group => group[^1].Text)];
        var groups = GapGrouping.Group(texts, analyzer, texts.Length > 0 ? embed?.Invoke(texts) : null);
        return new GapReport(
            since,
            asked.Count,
            [
                .. groups
                    .Select(group => Create([.. group.SelectMany(i => same[i]).OrderBy(question => question.At)]))
                    .OrderByDescending(gap => gap.Count)
                    .ThenByDescending(gap => gap.Last),
            ]
        );
    }

    /// <summary>Returns a text with single spaces and without the punctuation at its end.</summary>
    private static string Fold(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('?', '!', '.', ' ');

    private static Gap Create(AskedQuestion[] questions) =>
        new(
            questions.Length,
            questions.Select(question => (question.Network, question.Author)).Distinct().Count(),
            questions[^1].At,
            [.. questions.Select(question => question.Text).Distinct(StringComparer.OrdinalIgnoreCase).Reverse().Take(MaxSamples)],
            questions
                .Select(question => question.Closest)
                .OfType<string>()
                .GroupBy(closest => closest)
                .OrderByDescending(same => same.Count())
                .FirstOrDefault()
                ?.Key,
            [.. questions.Reverse().SelectMany(question => question.Remarks).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxSamples)]
        );
}

/// <summary>Unanswered questions that ask for the same.</summary>
/// <param name="Count">Number of questions.</param>
/// <param name="Askers">Number of people who asked.</param>
/// <param name="Last">The time of the last one.</param>
/// <param name="Samples">Up to three of the questions, the newest first.</param>
/// <param name="Closest">The article, with its section, that was closest most often; null where none was.</param>
/// <param name="Remarks">Up to three things that people said was wrong with the answers, the newest question's first.</param>
internal sealed record Gap(
    int Count,
    int Askers,
    DateTimeOffset Last,
    IReadOnlyList<string> Samples,
    string? Closest,
    IReadOnlyList<string> Remarks
);
