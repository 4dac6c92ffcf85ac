using BriefBot.Chat;
using BriefBot.Chat.Writing;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Writing;

public sealed class PlainWriterTests() : WriterContract(500)
{
    private static readonly MessageFormat Format = MessageFormat.Plain(500);

    [Fact]
    public void ThereIsNoMarkup() =>
        Assert.Equal(
            ["It *is* so. [1]\n[1] Some title › One › Two (a.md, lines 3–4, 2025-09-04)"],
            Write(Some.Reply(ScriptedAnswerer.Grounded("It *is* so.")))
        );

    [Fact]
    public void ARowNamesItsColumnsAndAStepItsNumber() =>
        Assert.StartsWith(
            "Heron – Drive: battery; Takes: 120 [2][1]\nArrow – Takes: 181 [3]\n4. Board it [4]\n… and 3 more. Say “more” to see them.\n",
            Assert.Single(Write(Some.Reply(ScriptedAnswerer.TableAndList()))),
            StringComparison.Ordinal
        );

    [Fact]
    public void WhatMayNotAnswerSaysSoOnALineBeforeATableToo()
    {
        var table = ScriptedAnswerer.TableAndList();
        Assert.StartsWith(
            "This may not fully answer your question:\nHeron – Drive: battery",
            Assert.Single(
                Write(Some.Reply(table with { Sentences = [.. table.Sentences.Select(sentence => sentence with { IsSure = false })] }))
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ALimitThatHoldsNoSentenceIsAnError() => Assert.Throws<ArgumentOutOfRangeException>(() => MessageFormat.Plain(199));

    protected override IEnumerable<string> Write(Reply reply) => ReplyWriter.Write(reply, Format).Select(Format.Markup.Write);
}
