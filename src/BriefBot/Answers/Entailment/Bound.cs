namespace BriefBot.Answers.Entailment;

/// <summary>What stands before a number and bounds it.</summary>
internal enum Bound
{
    None,
    About,
    AtLeast,
    AtMost,
    More,
    Less,
}
