using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Chat;
using BriefBot.Chat.Writing;
using BriefBot.Service.Chat;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

public sealed class YesNoAnswersTests
{
    private static readonly (string, string)[] Articles =
    [
        (
            "garden.md",
            "# The garden\n\n## Dogs\n\nDogs are not allowed in the garden.\n\n## Bicycles\n\n"
                + "Bicycles are allowed in the garden until eight.\n\n## Can I have a barbecue?\n\nNo, there is no place for one.\n"
        ),
    ];

    [Fact]
    public async Task WhatASentenceSettlesComesFirst()
    {
        var answer = Assert.IsType<Answer.Grounded>(await AskedFolder.AskAsync("are dogs allowed in the garden?", Articles));
        Assert.Equal(YesNo.No, answer.Sentences[0].Settles);
        Assert.Contains("No. Dogs are not allowed in the garden. [1]", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Dogs are not allowed in the garden.", answer.Citations[0].Quote);
    }

    [Theory]
    [InlineData("are bicycles allowed in the garden?")]
    [InlineData("where are dogs not allowed?")]
    public async Task WhatIsNotSettledOrNotAskedHasNeither(string question)
    {
        var answer = Assert.IsType<Answer.Grounded>(await AskedFolder.AskAsync(question, Articles));
        Assert.Null(answer.Sentences[0].Settles);
        Assert.Null(answer.Sentences[0].Lead);
    }

    [Fact]
    public async Task WhatBeginsWithNoSaysItOnce()
    {
        var answer = Assert.IsType<Answer.Grounded>(await AskedFolder.AskAsync("can I have a barbecue?", Articles));
        Assert.StartsWith("No, there is", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No. No", answer.Text, StringComparison.Ordinal);
        Assert.Equal(YesNo.No, new EvaluatedQuestion(new EvaluationQuestion { Question = "?" }, answer, 0).Said);
    }

    [Fact]
    public async Task EachRendererShowsIt()
    {
        var reply = new Reply.Answered
        {
            Id = "id",
            ElapsedMilliseconds = 1,
            Answer = await AskedFolder.AskAsync("are dogs allowed in the garden?", Articles),
        };
        Assert.Contains("**No.** Dogs are not", WebWriter.WriteMarkdown(reply), StringComparison.Ordinal);
        Assert.Contains("[bold]No.[/] Dogs are not", string.Concat(TerminalWriter.Write(reply)), StringComparison.Ordinal);
        var sentence = WebWriter.ToResponse(reply).Sentences[0];
        Assert.Equal((YesNo.No, "No."), (sentence.Settles, sentence.Lead));
    }
}
