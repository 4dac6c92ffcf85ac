using System.Text;
using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Knowledge.Articles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Writing;

/// <summary>What every writer of a network promises, whatever the articles hold.</summary>
public abstract class WriterContract(int limit)
{
    private const int Seed = 4;

    private static readonly string[] Real =
    [
        .. QuestionsFile.Read(Checkout.Path("tests/BriefBot.Tests/Answers/shipped-questions.jsonl")).Select(question => question.Question),
    ];

    public static TheoryData<int> Lengths => [1, 200, 1_000, 1_900, 1_990, 1_999, 2_000, 2_001, 2_500, 3_000, 4_000, 4_001, 9_000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void NoMessageIsLongerThanTheNetworkTakesAndNothingIsLost(int length)
    {
        var text = string.Join(' ', Enumerable.Range(0, length / 6 + 1).Select(i => $"w{i:0000}"))[..length].TrimEnd();
        var written = Written(Some.Reply(ScriptedAnswerer.Grounded(text)));
        Assert.Equal(text.Split(' '), Words(written).Where(word => word.StartsWith('w')));
        Assert.Equal(1, written.Sum(message => message.Split("[1] Some title").Length - 1));
        Assert.Contains("[1] Some title", written[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void ALongWordIsCutWithoutTearingACharacterOrAnEscape(int length)
    {
        var written = Written(Some.Reply(ScriptedAnswerer.Grounded(string.Concat(Enumerable.Repeat("*😀", (length + 2) / 3)))));
        Assert.Equal((length + 2) / 3, string.Concat(written).EnumerateRunes().Count(rune => rune.Value == 0x1F600));
        Assert.All(written, message => Assert.DoesNotContain(message.EnumerateRunes(), rune => rune == Rune.ReplacementChar));
        Assert.All(written, message => Assert.True(Backslashes(message) % 2 == 0));
    }

    [Theory]
    [InlineData(1_900)]
    [InlineData(1_970)]
    [InlineData(3_700)]
    [InlineData(3_970)]
    public void CodeAcrossTheEndOfAMessageComesWholeInTheNext(int before)
    {
        var code = string.Join('\n', Enumerable.Range(0, 12).Select(i => $"line {i}"));
        var answer = ScriptedAnswerer.Grounded(string.Join(' ', Enumerable.Repeat("word", before / 5)));
        var quoted = new AnswerSentence
        {
            Text = code,
            Citations = [1],
            Form = new BlockForm(BlockKind.Code),
        };
        var written = Written(Some.Reply(answer with { Sentences = [.. answer.Sentences, quoted] }));
        Assert.Contains(written, message => message.Contains(code, StringComparison.Ordinal));
        Assert.All(written, message => Assert.True((message.Split("```").Length - 1) % 2 == 0));
    }

    [Fact]
    public void CodeLongerThanAMessageIsCutAtLinesEachPartInAFenceOfItsOwn()
    {
        var lines = Enumerable.Range(0, 300).Select(i => $"line {i} of code").ToArray();
        var written = Written(Some.Reply(ScriptedAnswerer.Code(string.Join('\n', lines))));
        Assert.Equal(
            lines,
            written
                .SelectMany(message => message.Split('\n'))
                .Where(line => line.StartsWith("line ", StringComparison.Ordinal))
                .Select(line => line.Replace(" [1]", "", StringComparison.Ordinal))
        );
        Assert.All(written, message => Assert.True((message.Split("```").Length - 1) % 2 == 0));
    }

    [Fact]
    public void AnAnswerHasNoMoreThanEightThousandCharactersAndThenStillItsSources()
    {
        var sentences = Enumerable
            .Range(1, 40)
            .Select(i => new AnswerSentence { Text = new string('*', 1_000), Citations = [i] })
            .ToArray();
        var written = Written(
            Some.Reply(
                new Answer.Grounded
                {
                    Sentences = sentences,
                    Citations =
                    [
                        .. sentences.Select(sentence =>
                            ScriptedAnswerer.Citation(sentence.Text) with
                            {
                                Number = sentence.Citations[0],
                                Path = $"{sentence.Citations[0]}.md",
                            }
                        ),
                    ],
                    Confidence = 1,
                }
            )
        );
        Assert.InRange(written.Sum(message => message.Length), 4_000, 8_100);
        Assert.Contains("1.md", written[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void WhatMayNotAnswerSaysSoOnALineBeforeIt()
    {
        var sure = ScriptedAnswerer.Grounded("It is so.");
        var written = string.Concat(Written(Some.Reply(sure with { Sentences = [sure.Sentences[0] with { IsSure = false }] })));
        Assert.StartsWith("This may not fully answer your question", written, StringComparison.Ordinal);
        Assert.Contains("It is so.", written, StringComparison.Ordinal);
        Assert.DoesNotContain("not sure", string.Concat(Written(Some.Reply(sure))), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingCallsAnybodyOrBreaksOutOfItsMarkup()
    {
        var hostile = new HostileText(Seed, Real);
        for (var i = 0; i < 300; i++)
        {
            var evil = $"{hostile.Sentence()} @everyone <@12> <@&12> ||x|| [y](http://z)";
            var citation = ScriptedAnswerer.Citation(evil) with
            {
                Title = evil,
                Section = hostile.Sentence(),
                Path = evil,
                Url = $"https://example.org/{evil}",
            };
            var sentence = new AnswerSentence
            {
                Text = evil,
                Citations = [1],
                Highlights = evil.Length > 20 ? [new Highlight(3, 10)] : [],
            };
            Reply[] replies =
            [
                Some.Reply(
                    new Answer.Grounded
                    {
                        Sentences = [sentence, sentence with { Form = new BlockForm(BlockKind.Code) }],
                        Citations = [citation, citation with { Number = 2 }],
                        Confidence = 1,
                        Unanswered = [evil],
                        Older = [new NearMiss(evil, evil, evil, evil)],
                        SeeAlso = [new NearMiss(evil, evil, evil, evil)],
                    }
                ),
                Some.Reply(
                    new Answer.NotFound
                    {
                        Reason = evil,
                        Suggestion = evil,
                        Closest = [new NearMiss(evil, evil, evil, evil)],
                    }
                ),
                Some.Reply(new Answer.Unavailable(evil)),
                new Reply.SmallTalk
                {
                    Id = "r",
                    ElapsedMilliseconds = 1,
                    Said = evil,
                },
                new Reply.Sources
                {
                    Id = "r",
                    ElapsedMilliseconds = 1,
                    Said = evil,
                    Lines = [evil],
                },
                new Reply.Refused
                {
                    Id = "r",
                    ElapsedMilliseconds = 1,
                    Reason = Refusal.TooLong,
                    Said = evil,
                },
            ];
            Assert.All(replies.SelectMany(Written), AssertHarmless);
        }
    }

    protected abstract IEnumerable<string> Write(Reply reply);

    protected virtual void AssertHarmless(string message)
    {
        Assert.DoesNotContain("@everyone", message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@here", message, StringComparison.OrdinalIgnoreCase);
        AssertSeen(message);
    }

    protected static void AssertSeen(string message) =>
        Assert.DoesNotContain(
            message,
            character => character is not ('\n' or '\t') && (char.IsControl(character) || character is (>= '\u202A' and <= '\u202E'))
        );

    private static int Backslashes(string message) => message.Reverse().TakeWhile(character => character == '\\').Count();

    private static IEnumerable<string> Words(IEnumerable<string> written) => written.SelectMany(message => message.Split([' ', '\n']));

    private string[] Written(Reply reply)
    {
        string[] written = [.. Write(reply)];
        Assert.NotEmpty(written);
        Assert.All(written, message => Assert.InRange(message.Length, 1, limit));
        return written;
    }
}
