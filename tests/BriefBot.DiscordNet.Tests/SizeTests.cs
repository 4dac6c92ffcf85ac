using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Chat.Writing;
using BriefBot.Discord;
using BriefBot.Knowledge.Articles;

namespace BriefBot.DiscordNet.Tests;

/// <summary>Answers of every size, sent through the adapter: Discord takes them, and nothing of them is lost.</summary>
public sealed class SizeTests : AdapterTest
{
    [Theory]
    [InlineData(1_900)]
    [InlineData(1_999)]
    [InlineData(2_000)]
    [InlineData(2_001)]
    [InlineData(3_900)]
    [InlineData(3_999)]
    [InlineData(4_000)]
    [InlineData(4_001)]
    [InlineData(7_000)]
    public async Task CodeOfAnySizeIsSentWholeInFencesThatClose(int length)
    {
        var code = string.Concat(Enumerable.Range(0, (length / 20) + 1).Select(i => $"var line{i:D6} = {i:D3};\n"))[..length];
        var answer = Answer("Before it. ", code);
        foreach (var parts in new[] { Write(answer), WritePlainly(answer) })
        {
            var sent = await SendAsync(parts);
            Assert.All(sent, text => Assert.Equal(0, (text.Split("```").Length - 1) % 2));
            Assert.Equal(
                code.Replace("\n", "", StringComparison.Ordinal),
                string.Concat(sent.SelectMany(Fenced)).Replace("\n", "", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task AListOfSevenComesWithItsSevenSources()
    {
        var answer = Answer([
            .. Enumerable.Range(1, 7).Select(i => $"Point {i} of the list @everyone says **something** longer. {new string('x', 500)}."),
        ]);
        foreach (var parts in new[] { Write(answer), WritePlainly(answer) })
        {
            var sent = string.Join('\n', await SendAsync(parts));
            Assert.All(
                Enumerable.Range(1, 7),
                i => Assert.Contains($"-# [{i}] [An article @\u200Beveryone {i}", sent, StringComparison.Ordinal)
            );
            Assert.All(Enumerable.Range(1, 7), i => Assert.Contains($"Point {i} of the list", sent, StringComparison.Ordinal));
            Assert.DoesNotContain("@everyone", sent, StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<ChatMessage> Write(Reply reply) => ReplyWriter.Write(reply, DiscordRenderer.Format);

    private static IReadOnlyList<ChatMessage> WritePlainly(Reply reply) =>
        [.. ReplyWriter.Write(reply, DiscordRenderer.PlainFormat).Select(message => message with { IsPlain = true })];

    private static IEnumerable<string> Fenced(string text) => text.Split("```").Where((_, i) => i % 2 == 1);

    private async Task<IReadOnlyList<string>> SendAsync(IReadOnlyList<ChatMessage> parts)
    {
        var id = await Discord.SaysAsync("10", "<@1> @everyone what is it?");
        var message = await SaidAsync();
        var before = Discord.Requests.Count(request => request.IsMessage);
        foreach (var part in parts)
        {
            await Gateway.SendAsync(message, part, Token);
        }

        var sent = Discord.Requests.Where(request => request.IsMessage).Skip(before).ToArray();
        Assert.All(sent, request => Assert.Equal(id, request.Body!["message_reference"]!["message_id"]!.GetValue<string>()));
        return
        [
            .. sent.Select(request => request.Body!["content"]?.GetValue<string>() is { Length: > 0 } content ? content : request.Text),
        ];
    }

    /// <summary>Each sentence from an article of its own; one that is longer than a line is code.</summary>
    private static Reply.Answered Answer(params string[] sentences) =>
        new Reply.Answered
        {
            Id = "r",
            ElapsedMilliseconds = 1,
            Answer = new Answer.Grounded
            {
                Sentences =
                [
                    .. sentences.Select(
                        (text, i) =>
                            new AnswerSentence
                            {
                                Text = text,
                                Citations = [i + 1],
                                Form = new BlockForm(text.Contains('\n', StringComparison.Ordinal) ? BlockKind.Code : BlockKind.Prose),
                            }
                    ),
                ],
                Citations =
                [
                    .. sentences.Select(
                        (text, i) =>
                            new Citation
                            {
                                Number = i + 1,
                                Path = $"article-{i + 1}.md",
                                Title = $"An article @everyone {i + 1}",
                                Section = "",
                                Hash = new string('0', 64),
                                Quote = text,
                                Url = $"https://example.org/{i + 1}",
                            }
                    ),
                ],
                Confidence = 1,
            },
        };
}
