using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Chat.Writing;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Writing;

public sealed class DiscordWriterTests() : WriterContract(4_000)
{
    [Fact]
    public void TheAnswerStandsAboveALineAndItsSourcesBelow() =>
        Assert.Equal(
            [
                new DiscordComponent.TextDisplay("Opened on **12 May 1893** by him. [1]"),
                new DiscordComponent.Separator(HasLine: true),
                new DiscordComponent.TextDisplay("-# [1] Some title › One › Two \\(a.md, lines 3–4, 2025-09-04\\)\n-# r"),
                new DiscordComponent.ActionRow([
                    new DiscordComponent.Button("passages", "Show passages")
                    {
                        Data = QuoteKeys.Create([ScriptedAnswerer.Citation("Opened on 12 May 1893 by him.")]),
                    },
                    new DiscordComponent.Button("up", "👍") { Data = "r" },
                    new DiscordComponent.Button("down", "👎") { Data = "r" },
                    new DiscordComponent.Button("delete", "Delete"),
                ]),
            ],
            Assert
                .Single(DiscordWriter.Write(Some.Reply(ScriptedAnswerer.Grounded("Opened on 12 May 1893 by him.", new Highlight(10, 11)))))
                .Components
        );

    [Fact]
    public void AnswersToSeveralQuestionsStandApart()
    {
        var answer = ScriptedAnswerer.Grounded("One.");
        var components = Assert
            .Single(
                DiscordWriter.Write(
                    Some.Reply(answer with { Sentences = [answer.Sentences[0], answer.Sentences[0] with { Text = "Two.", Question = 1 }] })
                )
            )
            .Components;
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
                new DiscordComponent.TextDisplay("The articles do not say."),
                new DiscordComponent.TextDisplay("-# r"),
                new DiscordComponent.ActionRow([
                    new DiscordComponent.Button("passages", "What comes closest") { Data = QuoteKeys.Create([closest]) },
                    new DiscordComponent.Button("down", "👎") { Data = "r" },
                    new DiscordComponent.Button("delete", "Delete"),
                ]),
            ],
            Assert
                .Single(DiscordWriter.Write(Some.Reply(new Answer.NotFound { Reason = "The articles do not say.", Closest = [closest] })))
                .Components
        );
    }

    [Fact]
    public void WhatNeedsNoSourcesIsOneText() =>
        Assert.Equal(
            [new DiscordComponent.TextDisplay("No.")],
            Assert
                .Single(
                    DiscordWriter.Write(
                        new Reply.SmallTalk
                        {
                            Id = "r",
                            ElapsedMilliseconds = 1,
                            Said = "No.",
                        }
                    )
                )
                .Components
        );

    protected override IEnumerable<string> Write(Reply reply) =>
        DiscordWriter
            .Write(reply)
            .Select(part => string.Join('\n', part.Components.OfType<DiscordComponent.TextDisplay>().Select(text => text.Content)));

    protected override void AssertHarmless(string message)
    {
        base.AssertHarmless(message);
        DiscordMarkdownWriterTests.AssertNoMarkup(message);
    }
}
