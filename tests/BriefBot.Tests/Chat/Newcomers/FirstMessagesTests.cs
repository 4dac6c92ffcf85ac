using System.Text.RegularExpressions;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Newcomers;

/// <summary>
/// Messages of newcomers to the folder as it is shipped: first messages, written and frozen before anything was built for them, and
/// questions about the bot.
/// </summary>
public sealed class FirstMessagesTests
{
    [Theory]
    [InlineData("first-messages.tsv", 60, false, 54)]
    [InlineData("first-messages.tsv", 60, true, 54)]
    [InlineData("about-questions.tsv", 30, true, 30)]
    public async Task TheyGetAReplyThatHelps(string file, int count, bool embeddings, int least)
    {
        Assert.SkipUnless(!embeddings || ShippedEmbeddingModel.Find() is not null, "Built without embeddings.");
        await using var folder = await AskedFolder.ReadAsync(Checkout.Path("knowledge"), embeddings: embeddings);
        var lines = File.ReadLines(Checkout.Path($"tests/BriefBot.Tests/Chat/Newcomers/{file}")).Where(line => !line.StartsWith('#'));
        string[][] messages = [.. lines.Select(line => line.Split('\t'))];
        var failed = new List<string>();
        foreach (var message in messages)
        {
            var text = (await folder.SayAsync(message[0])).Text();
            if (!Regex.IsMatch(text, message[1], RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                failed.Add($"{message[0]} -> {text}");
            }
        }

        Assert.Equal(count, messages.Length);
        Assert.True(messages.Length - failed.Count >= least, string.Join("\n\n", failed));
    }
}
