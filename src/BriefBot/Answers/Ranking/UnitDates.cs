using System.Globalization;
using BriefBot.Answers.Entailment;
using BriefBot.Answers.Language;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>The dates of a unit.</summary>
/// <param name="Written">
/// When it was written or holds from: the date with which it begins, else of the innermost heading with one, of the article, of its title
/// or file.
/// </param>
/// <param name="Own">The dates in its text, as far as they have a year, in order.</param>
internal sealed record UnitDates(DateOnly? Written, IReadOnlyList<DateOnly> Own)
{
    /// <summary>Maximum distance in characters from the beginning at which a date is the unit's own.</summary>
    private const int Beginning = 20;

    public static UnitDates Read(PassageSentences source, AnswerUnit unit, ITextAnalyzer analyzer)
    {
        var passage = source.Passage;
        var above = passage
            .Headings.Reverse()
            .Select(heading => Days(heading, analyzer).FirstOrDefault())
            .FirstOrDefault(date => date?.Year is not null);
        var text = string.Join(
            ' ',
            Enumerable.Range(unit.First, unit.Last - unit.First + 1).Select(ordinal => source.Sentences[ordinal].Text)
        );
        DateMention[] own = [.. Days(text, analyzer)];
        var first =
            own.FirstOrDefault() is { Month: not null } day && day.Word < 2 && text.Length > Beginning
                ? day with
                {
                    Year = day.Year ?? above?.Year,
                }
                : null;
        var written =
            Date(first)
            ?? Date(above)
            ?? passage.Date
            ?? Date(Days(passage.Title, analyzer).FirstOrDefault())
            ?? Date(Days(Path.GetFileNameWithoutExtension(passage.Path).Replace('_', '-'), analyzer).FirstOrDefault());
        return new UnitDates(written, [.. own.Select(Date).OfType<DateOnly>()]);
    }

    /// <summary>The days, months and years of a text.</summary>
    private static IEnumerable<DateMention> Days(string text, ITextAnalyzer analyzer) =>
        DateReader.Read(StatementWords.Parse(text, analyzer)).Dates.Where(date => date.Month is not null || date.Year is { Length: 4 });

    /// <summary>Returns the first day of a date; null without a year, or where there is no such day.</summary>
    private static DateOnly? Date(DateMention? date) =>
        date?.Year is { Length: 4 } year
        && DateOnly.TryParseExact(
            $"{year}-{date.Month ?? 1:00}-{date.Day ?? 1:00}",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
