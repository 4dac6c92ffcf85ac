using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Chat.Writing;
using BriefBot.Discord;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Writing;

public sealed class DiscordRendererTests() : WriterContract(4_000)
{
    private static readonly IncomingMessage Question = Some.Message("", id: "m1");

    [Fact]
    public void TheAnswerStandsAboveALineAndItsSourcesBelow() =>
        Assert.Equal(
            [
                new DiscordComponent.TextDisplay("Opened on **12 May 1893** by him. [1]"),
                new DiscordComponent.Separator(HasLine: true),
                new DiscordComponent.TextDisplay("-# [1] Some title › One › Two \\(a.md, lines 3–4, 2025-09-04\\)\n-# r"),
                new DiscordComponent.ActionRow([
                    new DiscordComponent.Button(
                        "passages:" + QuoteKeys.Create([ScriptedAnswerer.Citation("Opened on 12 May 1893 by him.")]),
                        "Show passages"
                    ),
                    new DiscordComponent.Button("up:r", "👍"),
                    new DiscordComponent.Button("down:r", "👎"),
                    new DiscordComponent.Button("delete:ann:m1", "Delete"),
                ]),
            ],
            Render(Some.Reply(ScriptedAnswerer.Grounded("Opened on 12 May 1893 by him.", new Highlight(10, 11))))
        );

    [Fact]
    public void AnswersToSeveralQuestionsStandApart()
    {
        var answer = ScriptedAnswerer.Grounded("One.");
        var components = Render(
            Some.Reply(answer with { Sentences = [answer.Sentences[0], answer.Sentences[0] with { Text = "Two.", Question = 1 }] })
        );
        Assert.Equal(
            [
                new DiscordComponent.TextDisplay("One. [1]"),
                new DiscordComponent.Separator(HasLine: false),
                new DiscordComponent.TextDisplay("Two. [1]"),
            ],
            components.Take(3)
        );
    }

    [Fact]
    public void WhatComesClosestStandsBehindAButton()
    {
        var closest = new NearMiss("a.md", "A title", "", "The quote.");
        Assert.Equal(
            [
                new DiscordComponent.TextDisplay("The articles don’t answer this."),
                new DiscordComponent.TextDisplay("-# r"),
                new DiscordComponent.ActionRow([
                    new DiscordComponent.Button("passages:" + QuoteKeys.Create([closest]), "Closest passages"),
                    new DiscordComponent.Button("down:r", "👎"),
                    new DiscordComponent.Button("delete:ann:m1", "Delete"),
                ]),
            ],
            Render(Some.Reply(new Answer.NotFound { Reason = "The articles don’t answer this.", Closest = [closest] }))
        );
    }

    [Fact]
    public void WhatNeedsNoSourcesIsOneText() =>
        Assert.Equal(
            [new DiscordComponent.TextDisplay("No.")],
            Render(
                new Reply.SmallTalk
                {
                    Id = "r",
                    ElapsedMilliseconds = 1,
                    Said = "No.",
                }
            )
        );

    protected override IEnumerable<string> Write(Reply reply) =>
        ReplyWriter
            .Write(reply, DiscordRenderer.Format, Question)
            .Select(message =>
                string.Join('\n', DiscordRenderer.Render(message).OfType<DiscordComponent.TextDisplay>().Select(text => text.Content))
            );

    protected override void AssertHarmless(string message)
    {
        base.AssertHarmless(message);
        DiscordTextTests.AssertNoMarkup(message);
    }

    private static IReadOnlyList<DiscordComponent> Render(Reply reply) =>
        DiscordRenderer.Render(Assert.Single(ReplyWriter.Write(reply, DiscordRenderer.Format, Question)));
}
