namespace BriefBot.Knowledge.Articles;

/// <summary>A part of a text: 0-based start and length in characters.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
