namespace BriefBot;

/// <summary>
/// How long a pattern that backtracks may try before it gives up with an exception. None is meant to: in such a pattern
/// nothing is repeated without end but at the end of an atomic group, so that it never goes back into it.
/// </summary>
internal static class MatchTimeout
{
    public const int Milliseconds = 1_000;
}
