namespace BriefBot.Answers.Sentences;

/// <summary>What a fact in a text is.</summary>
internal enum FactKind
{
    Date,
    Number,
    Name,
}
