namespace BriefBot.Answers.Language;

/// <summary>What a fact in a text is.</summary>
internal enum FactKind
{
    Date,
    Number,
    Name,
}
