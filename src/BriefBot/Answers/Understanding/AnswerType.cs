namespace BriefBot.Answers.Understanding;

/// <summary>The type of answer a question asks for.</summary>
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
