namespace BriefBot.Tests.Knowledge;

/// <summary>A part of an article that every format can hold. A closed set.</summary>
internal abstract record ArticlePart
{
    private ArticlePart() { }

    public sealed record Heading(int Level, string Text) : ArticlePart;

    public sealed record Paragraph(string Text) : ArticlePart;
}
