namespace BriefBot.Answers.Questions;

/// <summary>What kind of thing a question asks for.</summary>
internal enum ExpectedAnswer
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
