namespace BriefBot.Answers.Language;

/// <summary>A date, a number or a name in a text: 0-based start and length in characters.</summary>
internal readonly record struct Fact(FactKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
