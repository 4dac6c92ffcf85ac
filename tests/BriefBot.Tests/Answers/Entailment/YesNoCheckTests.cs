using BriefBot.Answers;
using BriefBot.Answers.Entailment;
using BriefBot.Service.Retrieval;

namespace BriefBot.Tests.Answers.Entailment;

public sealed class YesNoCheckTests
{
    [Theory]
    [InlineData("Are dogs allowed on the terrace?", "Dogs are allowed on the terrace.", YesNo.Yes)]
    [InlineData("are dogs allowed on the terrace", "No dogs on the terrace.", YesNo.No)]
    [InlineData("Can I bring a dog to the terrace?", "Dogs and cats can be brought to the terrace.", YesNo.Yes)]
    [InlineData("Is smoking forbidden in the garden?", "Smoking is not allowed in the garden.", YesNo.Yes)]
    [InlineData("Is smoking allowed in the garden?", "Smoking is forbidden in the garden.", YesNo.No)]
    [InlineData("Does the pump run at night?", "The pump never runs at night.", YesNo.No)]
    [InlineData("Isn't there a lift?", "There is no lift. The stairs are wide.", YesNo.No)]
    [InlineData("Do I need a permit for the kiln?", "You need a permit for the kiln and the saw.", YesNo.Yes)]
    [InlineData("Do I need a permit?", "No permit is needed.", YesNo.No)]
    [InlineData("Do I need a permit?", "A permit is not needed.", YesNo.No)]
    [InlineData("Is a permit required?", "No permit is required.", YesNo.No)]
    [InlineData("Do I need a permit?", "You don't need a permit.", YesNo.No)]
    [InlineData("Must gloves be worn?", "Gloves must be worn.", YesNo.Yes)]
    [InlineData("May gloves be worn at the lathe?", "Gloves must not be worn at the lathe.", YesNo.No)]
    [InlineData("Is the museum open on Sunday?", "The museum is closed on Sundays.", YesNo.No)]
    [InlineData("Is the museum open on Sunday?", "It was built in 1890. The museum is open on Sundays.", YesNo.Yes)]
    public void AStatementSettlesTheQuestion(string question, string text, YesNo answer) => Assert.Equal(answer, Settle(question, text));

    [Theory]
    [InlineData("Are dogs allowed on the terrace?", "Dogs are allowed on the terrace if they are on a lead.")]
    [InlineData("Are dogs allowed on the terrace?", "Only small dogs are allowed on the terrace.")]
    [InlineData("Are dogs allowed?", "Guide dogs are allowed.")]
    [InlineData("Are dogs allowed?", "Dogs are allowed in the garden.")]
    [InlineData("Are dogs allowed on the terrace?", "Dogs are allowed on the terrace. Except in August.")]
    [InlineData("Are dogs allowed on the terrace?", "Cats are allowed on the terrace.")]
    [InlineData("Are dogs allowed on the terrace?", "Are dogs allowed on the terrace?")]
    [InlineData("Can I bring two guests?", "You can bring three guests.")]
    [InlineData("Do I need a permit?", "You can get a permit.")]
    [InlineData("May I wear gloves?", "You need not wear gloves.")]
    [InlineData("Is the museum open or closed on Sunday?", "The museum is open on Sundays.")]
    [InlineData("Can you tell me when the museum opens?", "The museum opens at nine.")]
    [InlineData("Is the talk on Monday?", "The talk is on Monday or Tuesday.")]
    [InlineData("When is the museum open?", "The museum is open on Sundays.")]
    [InlineData("Is the museum open on Sunday?", "Museum | open on Sunday")]
    [InlineData("Can't I pay without a card?", "You can't pay with a card.")]
    [InlineData("Does it take long?", "No permit is needed.")]
    public void WhatDependsOrIsNarrowerSettlesNothing(string question, string text) => Assert.Null(Settle(question, text));

    [Theory]
    [InlineData("Can I pay in cash?", "Can I pay in cash?", "No, cards only work.", YesNo.No)]
    [InlineData("can i pay cash", "Can I pay in cash?", "Yes.", YesNo.Yes)]
    [InlineData("Can I rename a key?", "Can I rename a key?", "You can't, as the name is printed on it.", YesNo.No)]
    [InlineData("Is smoking allowed?", "Is smoking forbidden?", "Yes, everywhere.", YesNo.No)]
    public void AnAnswerBelowTheSameQuestionSettlesIt(string question, string heading, string text, YesNo answer) =>
        Assert.Equal(answer, Settle(question, text, "Questions", heading));

    [Theory]
    [InlineData("Can I pay in cash?", "Can I pay by card?", "Yes, at the desk.")]
    [InlineData("Can I pay?", "Can I pay in cash?", "No, sorry.")]
    [InlineData("Can I pay in cash?", "Can I pay in cash?", "Yes, up to 50 euros.")]
    [InlineData("Can I pay in cash?", "Payment", "Yes, we know it is dear.")]
    public void AnAnswerToAnotherQuestionSettlesNothing(string question, string heading, string text) =>
        Assert.Null(Settle(question, text, "Questions", heading));

    [Fact]
    public void ASectionOfAnotherTopicMayBeASpecialCase()
    {
        Assert.Null(Settle("Are hands open?", "Hands are open.", "Rules", "With children"));
        Assert.Equal(YesNo.Yes, Settle("Are hands open?", "Hands are open.", "Rules", "Hands"));
        Assert.Equal(YesNo.No, Settle("can an owner break a seal", "Not even an owner can break it.", "Limits", "Seals"));
    }

    private static YesNo? Settle(string question, string text, params string[] above) =>
        new YesNoCheck(LuceneAnalyzers.English).Settle(question, text, above);
}
