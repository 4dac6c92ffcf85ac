namespace BriefBot.Answers.Entailment;

/// <summary>A bound expressed before a number.</summary>
internal enum Bound
{
    None,
    About,
    AtLeast,
    AtMost,
    More,
    Less,
}
