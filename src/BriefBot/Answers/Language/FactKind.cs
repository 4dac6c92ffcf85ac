namespace BriefBot.Answers.Language;

/// <summary>The kind of a fact in a text.</summary>
internal enum FactKind
{
    Date,
    Number,
    Name,
}
