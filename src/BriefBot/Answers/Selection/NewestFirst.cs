using System.Text.RegularExpressions;
using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Selection;

/// <summary>Moves the newest of units that answer for different times to the front, and removes the older ones.</summary>
internal static partial class NewestFirst
{
    /// <summary>
    /// Maximum score difference to the best unit for a unit to be its counterpart at another time, when the present is asked for.
    /// </summary>
    private const double NearNow = 3;

    /// <summary>The same where no time is asked for.</summary>
    private const double Near = 1.5;

    /// <summary>Minimum share of the best unit's coverage of the question.</summary>
    private const double LeastHeld = 0.75;

    /// <summary>Two texts that share more of their words than this, figures and names apart, say the same of two times.</summary>
    private const double SameShare = 0.5;

    /// <summary>Returns the units, and those taken away.</summary>
    /// <param name="match">The question.</param>
    /// <param name="ranked">The units, best first.</param>
    /// <param name="today">The current day; units of later days do not hold yet.</param>
    public static (IReadOnlyList<ScoredUnit> Units, IReadOnlyList<ScoredUnit> Older) Select(
        QuestionMatch match,
        IReadOnlyList<ScoredUnit> ranked,
        DateOnly today
    )
    {
        var time = match.Question.Time;
        if (ranked.Count < 2 || (time.IsPast && !time.IsNow) || match.Question.Codes.Any(WrittenCodes.IsYear))
        {
            return (ranked, []);
        }

        if (NewestRelease(match, ranked, today) is { } release)
        {
            return ([release], []);
        }

        if (time.IsNewest && Newest(ranked, today) is { } part)
        {
            return ([part, .. ranked.Where(scored => scored.Candidate.Source.Passage.Id != part.Candidate.Source.Passage.Id)], []);
        }

        var best = ranked[0];
        var rivals = ranked
            .Skip(1)
            .TakeWhile(scored => best.Score - scored.Score <= (time.IsNow ? NearNow : Near))
            .Where(scored => IsRival(best.Candidate, scored.Candidate) && (time.IsNow || SayTheSame(best.Candidate, scored.Candidate)))
            .ToArray();
        bool IsAfter(ScoredUnit one, ScoredUnit other) => IsNewer(one.Candidate, other.Candidate, today, time.IsNow);
        var newest = rivals.Aggregate(best, (one, other) => IsAfter(other, one) ? other : one);
        ScoredUnit[] older = [.. rivals.Prepend(best).Where(other => other != newest && IsAfter(newest, other))];
        var others = ranked.Where(scored => scored != newest && !older.Any(other => Overlaps(other.Candidate, scored.Candidate)));
        return older.Length == 0 ? (ranked, []) : ([newest with { Score = Math.Max(newest.Score, best.Score) }, .. others], older);
    }

    /// <summary>
    /// Returns the unit of the newest release where that is asked for and the question's words are above it; otherwise null.
    /// </summary>
    private static ScoredUnit? NewestRelease(QuestionMatch match, IReadOnlyList<ScoredUnit> ranked, DateOnly today)
    {
        if (!match.Question.AsksForRelease)
        {
            return null;
        }

        return ranked
            .Where(scored =>
                scored.Candidate.Source.Passage.Release is not null
                && !(scored.Candidate.Dates.Written > today)
                && match.IsAbove(scored.Candidate.Source)
            )
            .OrderByDescending(scored => scored.Candidate.Source.Passage.Release)
            .ThenBy(scored => scored.Candidate.Source.Passage.Ordinal)
            .ThenByDescending(scored => scored.Candidate.Unit.Kind is UnitKind.Section or UnitKind.List)
            .Select(scored => scored with { Score = ranked[0].Score })
            .FirstOrDefault();
    }

    /// <summary>
    /// Returns the newest dated part of the section, list or table that ranks first, among those that cover most of the question; null
    /// where fewer than two are dated.
    /// </summary>
    private static ScoredUnit? Newest(IReadOnlyList<ScoredUnit> ranked, DateOnly today)
    {
        if (ranked[0].Candidate is not { Unit: { Kind: UnitKind.Section or UnitKind.List or UnitKind.Table } whole } best)
        {
            return null;
        }

        ScoredUnit[] parts =
        [
            .. ranked
                .Skip(1)
                .Where(scored =>
                    scored.Candidate.Source.Passage.Id == best.Source.Passage.Id && scored.Candidate.Unit.Kind != UnitKind.Section
                )
                .Where(scored => whole.Holds(scored.Candidate.Unit.First) && scored.Candidate.Dates.Own.Any(day => day <= today)),
        ];
        var held = parts.Select(scored => scored.Candidate.Features[RankingFeature.Related]).DefaultIfEmpty().Max();
        parts = [.. parts.Where(scored => scored.Candidate.Features[RankingFeature.Related] >= LeastHeld * held)];
        return parts.Length < 2 ? null
            : parts.MaxBy(scored => scored.Candidate.Dates.Own.Where(day => day <= today).Max()) is { } newest
                ? newest with
                {
                    Score = ranked[0].Score,
                }
            : null;
    }

    private static bool IsRival(Candidate best, Candidate other) =>
        !Overlaps(best, other)
        && other.Features[RankingFeature.FullRelated] >= LeastHeld * best.Features[RankingFeature.FullRelated]
        && other.Features[RankingFeature.NoFact] <= best.Features[RankingFeature.NoFact]
        && other.Features[RankingFeature.NoMark] <= best.Features[RankingFeature.NoMark];

    private static bool Overlaps(Candidate one, Candidate other) =>
        one.Source.Passage.Id == other.Source.Passage.Id && one.Unit.First <= other.Unit.Last && other.Unit.First <= one.Unit.Last;

    /// <summary>
    /// Returns whether one unit is newer. Undated units are older; of two undated ones the lower version in the heading is.
    /// </summary>
    private static bool IsNewer(Candidate one, Candidate other, DateOnly today, bool isNow) =>
        (Day(one, today, isNow), Day(other, today, isNow)) switch
        {
            ({ } day, { } before) => day > before,
            ({ }, null) => other.Dates.Written is not null || Changes().IsMatch(one.Text),
            (null, { }) => false,
            _ => one.Dates.Written is null
                && other.Dates.Written is null
                && Version(one) is { } version
                && Version(other) is { } earlier
                && version > earlier,
        };

    /// <summary>
    /// The day from which a unit holds, where the newest is asked for else the last day in its text; null where it has none, or that is
    /// still to come.
    /// </summary>
    private static DateOnly? Day(Candidate candidate, DateOnly today, bool isNow) =>
        candidate.Dates.Written is { } written
            ? written <= today
                ? written
                : null
            : isNow
                ? candidate.Dates.Own.Where(day => day <= today).Select(day => (DateOnly?)day).LastOrDefault()
                : null;

    private static Version? Version(Candidate candidate) =>
        candidate
            .Source.Above.Reverse()
            .SelectMany(text => WrittenCodes.Find(text.Text))
            .Concat(WrittenCodes.Find(candidate.Text))
            .Select(code => System.Version.TryParse(code.TrimStart('v'), out var version) ? version : null)
            .FirstOrDefault(version => version is not null);

    /// <summary>Returns whether two units say the same but for figures and names, or one of them says that something changed.</summary>
    private static bool SayTheSame(Candidate one, Candidate other) =>
        Share(Words(one), Words(other)) >= SameShare || Changes().IsMatch(one.Text) || Changes().IsMatch(other.Text);

    private static HashSet<string> Words(Candidate candidate) =>
        [
            .. candidate.Sentences.SelectMany(sentence =>
                sentence
                    .OwnWords.Where(word => !sentence.Facts.Any(fact => word.Start >= fact.Start && word.Start < fact.End))
                    .Select(word => word.Term)
            ),
        ];

    private static double Share(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return one.Count + other.Count == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }

    [GeneratedRegex(
        """
            \b(?:
                now|no\ longer|instead\ of|rather\ than|(?:up|down)\ from|goes?\ (?:up|down)|as\ of|changed?|changes|moved?|replaces?|raised|lowered|extended|postponed|cancelled
                | from\ (?:\p{L}+\ )?[0-9]{1,2}\ \p{Lu}\p{L}+
            )\b
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Changes();
}
