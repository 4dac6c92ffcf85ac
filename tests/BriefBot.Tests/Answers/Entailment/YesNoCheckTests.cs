using BriefBot.Answers;
using BriefBot.Answers.Entailment;
using BriefBot.Service.Retrieval;

namespace BriefBot.Tests.Answers.Entailment;

public sealed class YesNoCheckTests
{
    [Theory]
    [InlineData("Are dogs allowed on the terrace?", "Dogs are allowed on the terrace.", YesNo.Yes)]
    [InlineData("are dogs allowed on the terrace", "No dogs on the terrace.", YesNo.No)]
    [InlineData("Are dogs allowed on the terrace?", "Dogs and cats are allowed on the terrace.", YesNo.Yes)]
    [InlineData("Can I print forms at home?", "Forms can be printed at home.", YesNo.Yes)]
    [InlineData("Is smoking forbidden in the garden?", "Smoking is not allowed in the garden.", YesNo.Yes)]
    [InlineData("Is smoking allowed in the garden?", "Smoking is forbidden in the garden.", YesNo.No)]
    [InlineData("Do guests pay at all?", "Guests don't pay at all.", YesNo.No)]
    [InlineData("Does the pump run at night?", "The pump never runs at night.", YesNo.No)]
    [InlineData("Isn't there a lift?", "There is no lift. The stairs are wide.", YesNo.No)]
    [InlineData("Do I need a permit for the kiln?", "You need a permit for the kiln and the saw.", YesNo.Yes)]
    [InlineData("Do I need a permit?", "No permit is needed.", YesNo.No)]
    [InlineData("Do I need a permit?", "You don't need a permit.", YesNo.No)]
    [InlineData("Should the drops be kept in the fridge?", "The drops should be kept in the fridge.", YesNo.Yes)]
    [InlineData("Must gloves be worn?", "Gloves must be worn.", YesNo.Yes)]
    [InlineData("May gloves be worn at the lathe?", "Gloves must not be worn at the lathe.", YesNo.No)]
    [InlineData("Is the museum open on Sunday?", "The museum is closed on Sundays.", YesNo.No)]
    [InlineData("Did any messages get lost?", "No message was lost.", YesNo.No)]
    [InlineData("Will there be an app?", "There won't be an app.", YesNo.No)]
    public void AStatementSettlesTheQuestion(string question, string text, YesNo answer) => Assert.Equal(answer, Settle(question, text));

    [Theory]
    [InlineData("Are dogs allowed on the terrace?", "Dogs are allowed on the terrace if they are on a lead.")]
    [InlineData("Are dogs allowed on the terrace?", "Only small dogs are allowed on the terrace.")]
    [InlineData("Are dogs allowed?", "Guide dogs are allowed.")]
    [InlineData("Are dogs allowed?", "Cats and small dogs are allowed.")]
    [InlineData("Are dogs allowed?", "Dogs are allowed in the garden.")]
    [InlineData("Are dogs allowed on the terrace?", "Dogs are allowed on the terrace. Except in August.")]
    [InlineData("Are dogs allowed on the terrace?", "Dogs are allowed on the terrace. This does not apply in July.")]
    [InlineData("Are dogs allowed on the terrace?", "Cats are allowed on the terrace.")]
    [InlineData("Are dogs allowed on the terrace?", "Are dogs allowed on the terrace?")]
    [InlineData("Are only dogs allowed on the terrace?", "Dogs are allowed on the terrace.")]
    [InlineData("Are dogs allowed inside the shop?", "Dogs are allowed outside the shop.")]
    [InlineData("Are hot drinks allowed?", "Cold drinks are allowed.")]
    [InlineData("Is the canal closed in summer?", "The canal is closed in winter.")]
    [InlineData("Can I download files?", "You can upload files.")]
    [InlineData("Can guests import data?", "Guests cannot export data.")]
    [InlineData("Can data be exported?", "Guests cannot export data.")]
    [InlineData("Can I bring two guests?", "You can bring three guests.")]
    [InlineData("Can I delete files?", "You cannot delete files that are shared.")]
    [InlineData("Can I stop taking the tablets?", "You must not stop taking the tablets suddenly.")]
    [InlineData("Do I need a permit?", "You can get a permit.")]
    [InlineData("Is the gate locked?", "The gate should be locked.")]
    [InlineData("Do members get a discount?", "Members should get a discount.")]
    [InlineData("Should the drops be kept in the fridge?", "The drops are kept in the fridge.")]
    [InlineData("Do anglers have to wear a hat?", "Anglers should wear a hat.")]
    [InlineData("May I wear gloves?", "You need not wear gloves.")]
    [InlineData("Do you sell honey?", "We do not yet sell honey.")]
    [InlineData("Does the cheese contain nuts?", "We deny that the cheese contains nuts.")]
    [InlineData("May lifeguards use the tower?", "Nobody apart from lifeguards may use the tower.")]
    [InlineData("May parents call teachers?", "Teachers may call parents.")]
    [InlineData("Is the shuttle from the airport free?", "The shuttle to the airport is free.")]
    [InlineData("Are scooters allowed in the tunnel?", "Scooters were allowed in the tunnel.")]
    [InlineData("Is the gym open on Sundays?", "The gym will be open on Sundays.")]
    [InlineData("Does the plan include backups?", "The plan included backups.")]
    [InlineData("Do tenants have a parking space?", "Not all tenants have a parking space.")]
    [InlineData("Do rooms have a desk?", "Rooms do not have a desk and a sofa.")]
    [InlineData("Are ducks allowed in the fountain?", "According to rumours, ducks are allowed in the fountain.")]
    [InlineData("Can I dance on the roof?", "“You can dance on the roof,” somebody said.")]
    [InlineData("Is the museum open or closed on Sunday?", "The museum is open on Sundays.")]
    [InlineData("Can you tell me when the museum opens?", "The museum opens at nine.")]
    [InlineData("Is the talk on Monday?", "The talk is on Monday or Tuesday.")]
    [InlineData("When is the museum open?", "The museum is open on Sundays.")]
    [InlineData("Is the museum open on Sunday?", "Museum | open on Sunday")]
    [InlineData("Is the museum open on Sunday?", "It was built in 1890. The museum is open on Sundays.")]
    [InlineData("Can't I pay without a card?", "You can't pay with a card.")]
    [InlineData("Does it take long?", "No permit is needed.")]
    public void WhatDependsOrIsOtherwiseSettlesNothing(string question, string text) => Assert.Null(Settle(question, text));

    [Theory]
    [InlineData("Can I pay in cash?", "Can I pay in cash?", "No, cards only.", YesNo.No)]
    [InlineData("can i pay in cash", "Can I pay in cash?", "Yes.", YesNo.Yes)]
    [InlineData("Can I rename a key?", "Can I rename a key?", "You can't, as the name is printed on it.", YesNo.No)]
    [InlineData("Is smoking allowed?", "Is smoking forbidden?", "Yes, everywhere.", YesNo.No)]
    public void AnAnswerBelowTheSameQuestionSettlesIt(string question, string heading, string text, YesNo answer) =>
        Assert.Equal(answer, Settle(question, text, "Questions", heading));

    [Theory]
    [InlineData("Can I pay in cash?", "Can I pay by card?", "Yes, at the desk.")]
    [InlineData("Can I pay?", "Can I pay in cash?", "No, sorry.")]
    [InlineData("Can I pay in cash?", "Can I pay in cash?", "Yes, up to 50 euros.")]
    [InlineData("Can I pay in cash?", "Can I pay in cash?", "You can, with the consent of your team.")]
    [InlineData("Is the shuttle from the airport free?", "Is the shuttle to the airport free?", "Yes.")]
    [InlineData("Do only members pay?", "Do members pay?", "Yes.")]
    [InlineData("Do you deliver on Saturdays?", "Do you deliver on Saturdays?", "We do, in Berlin.")]
    [InlineData("Can I pay in cash?", "Payment", "Yes, we know it is dear.")]
    public void AnAnswerToAnotherQuestionSettlesNothing(string question, string heading, string text) =>
        Assert.Null(Settle(question, text, "Questions", heading));

    [Theory]
    [InlineData("Rules", "With children")]
    [InlineData("Rules", "Dealer hands")]
    [InlineData("Rules before 2020", "Hands")]
    [InlineData("Myths about hands", "Hands")]
    [InlineData("Rules", "Hands for beginners")]
    public void AHeadingMayLimitIt(string title, string heading) =>
        Assert.Null(Settle("Are hands open?", "Hands are open.", title, heading));

    [Fact]
    public void AHeadingOfTheSameWordsDoesNot() => Assert.Equal(YesNo.Yes, Settle("Are hands open?", "Hands are open.", "Rules", "Hands"));

    [Theory]
    [InlineData("(Not between April and June.)", false)]
    [InlineData("The festival is an exception.", false)]
    [InlineData("In winter, however, they are closed.", false)]
    [InlineData("Nobody plays with open hands.", false)]
    [InlineData("The pack lies on the table.", true)]
    public void WhatStandsBesideItMayLimitIt(string beside, bool settles) =>
        Assert.Equal(
            settles,
            new YesNoCheck(LuceneAnalyzers.English).Settle("Are hands open?", "Hands are open.", ["Rules"], ["Hands are open.", beside])
                is not null
        );

    private static YesNo? Settle(string question, string text, params string[] above) =>
        new YesNoCheck(LuceneAnalyzers.English).Settle(question, text, above, [text]);
}
