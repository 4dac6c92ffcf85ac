using System.Text.RegularExpressions;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Newcomers;

/// <summary>First messages of newcomers to the folder as it is shipped, written and frozen before anything was built for them.</summary>
public sealed class FirstMessagesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NineOfTenGetAReplyThatHelps(bool embeddings)
    {
        Assert.SkipUnless(!embeddings || ShippedEmbeddingModel.Find() is not null, "Built without embeddings.");
        await using var folder = await AskedFolder.ReadAsync(Checkout.Path("knowledge"), embeddings: embeddings);
        string[][] messages =
        [
            .. File.ReadLines(Checkout.Path("tests/BriefBot.Tests/Chat/Newcomers/first-messages.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')),
        ];
        var failed = new List<string>();
        foreach (var message in messages)
        {
            var text = (await folder.SayAsync(message[0])).Text();
            if (!Regex.IsMatch(text, message[1], RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                failed.Add($"{message[0]} -> {text}");
            }
        }

        Assert.Equal(60, messages.Length);
        Assert.True(failed.Count <= 6, string.Join("\n\n", failed));
    }
}
