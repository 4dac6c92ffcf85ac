using BriefBot.Answers;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

/// <summary>What a model's answers cost, and where that ends.</summary>
public sealed class KernelGeneratorCostTests
{
    private const string Question = "When did the ferry to Solvik begin?";
    private const string Truth = "The ferry to Solvik began on 4 May 1931.";

    private const string Ferry = """
        # The ferry

        The ferry from Brennhavn to Solvik began on 4 May 1931. It carries 200 passengers and takes six hours. Captain Ada Brook thanked Ole Lund.

        The ferry does not run in winter.
        """;

    [Fact]
    public async Task OverItsTokensItIsNotAskedAndARestartGivesNoneBack()
    {
        await using var model = await ScriptedModel.SayingAsync($"{Truth} [1]");
        using var folder = new TemporaryFolder().With("ferry.md", Ferry);
        using var data = new TemporaryFolder();
        var path = Path.Combine(data.Path, "usage.json");
        var options = model.Options;
        options.TokensPerAuthorAndDay = 1_300;
        for (var run = 0; run < 2; run++)
        {
            await using var asked = await AskedFolder.ReadAsync(folder.Path, options: options, usagePath: path);
            for (var i = 0; i < 2; i++)
            {
                await asked.AskModelAsync(Question);
            }
        }

        // 320 each are used, about 1,100 are set aside.
        Assert.Single(model.Asked);
        Assert.DoesNotContain("ann", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACompatibleServerIsToldTheLimitOfAReplyByTheNameThatItKnows()
    {
        await using var model = await ScriptedModel.SayingAsync($"{Truth} [1]");
        using var folder = new TemporaryFolder().With("ferry.md", Ferry);
        await using var asked = await AskedFolder.ReadAsync(folder.Path, options: model.Options);
        await asked.AskModelAsync(Question);
        Assert.Equal(model.Options.MaxReplyTokens, model.Asked[0].GetProperty("max_tokens").GetInt32());
        Assert.False(model.Asked[0].TryGetProperty("max_completion_tokens", out _));
    }

    [Fact]
    public async Task AnApiThatFailsUsesUpNoTokens()
    {
        await using var model = await ScriptedModel.FailingAsync(401);
        using var folder = new TemporaryFolder().With("ferry.md", Ferry);
        var options = model.Options;
        options.TokensPerDay = 1_300;
        await using var asked = await AskedFolder.ReadAsync(folder.Path, options: options);
        Assert.Equal(ModelOutcome.Unavailable, (await asked.AskModelAsync(Question)).Last.Model!.Outcome);
        Assert.Equal(ModelOutcome.Unavailable, (await asked.AskModelAsync(Question)).Last.Model!.Outcome);
    }

    [Fact]
    public async Task WhatASearchUsesCountsToo()
    {
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
                asked.GetProperty("messages").GetArrayLength() == 2 && !ScriptedModel.IsVerification(asked)
                    ? ScriptedModel.SearchAsync(http, "winter")
                    : ScriptedModel.SayAsync(http, $"{Truth} [1]")
        );
        using var folder = new TemporaryFolder().With("ferry.md", Ferry);
        using var data = new TemporaryFolder();
        var path = Path.Combine(data.Path, "usage.json");
        await using var asked = await AskedFolder.ReadAsync(folder.Path, options: model.Options, usagePath: path);
        await asked.AskModelAsync(Question);
        // Two to write and one to verify.
        Assert.Contains("\"All\":960,", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
