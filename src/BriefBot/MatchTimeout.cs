namespace BriefBot;

/// <summary>
/// Time limit of patterns that may backtrack. None is meant to reach it: in such a pattern nothing is repeated without a bound except
/// inside an atomic group.
/// </summary>
internal static class MatchTimeout
{
    public const int Milliseconds = 1_000;
}
