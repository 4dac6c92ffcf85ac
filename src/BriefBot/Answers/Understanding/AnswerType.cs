namespace BriefBot.Answers.Understanding;

/// <summary>What kind of thing a question asks for.</summary>
internal enum AnswerType
{
    Anything,
    Date,
    Number,
    Duration,
    Person,
    Place,
    Name,
    Reason,
    Manner,
    Definition,
}
