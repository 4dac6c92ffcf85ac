using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace BriefBot.Tests.Answers;

/// <summary>What a second look by a model, reached over HTTP, does to what it wrote.</summary>
public sealed class KernelVerifierTests
{
    private const string Question = "When did the ferry to Solvik begin?";
    private const string Truth = "The ferry to Solvik began on 4 May 1931.";

    private const string Ferry = """
        # The ferry

        The ferry from Brennhavn to Solvik began on 4 May 1931. It may carry 200 passengers. Captain Ada Brook thanked Ole Lund.

        The ferry does not run in winter.
        """;

    [Fact]
    public async Task ATrueSentenceThatRulesCanNotProveIsSaidWhereItIsVerified()
    {
        await using var model = await ScriptedModel.SayingAsync(
            """Sailings to Solvik got under way on 4 May 1931. [1: "The ferry from Brennhavn to Solvik began on 4 May 1931"]"""
        );
        var (_, last) = await AskAsync(model);
        Assert.Equal("Sailings to Solvik got under way on 4 May 1931. [1]", Assert.IsType<Answer.Grounded>(last).Text);
        Assert.Equal((ModelOutcome.Answered, ModelOutcome.Answered), (last.Model!.Outcome, last.Model.Verification));
    }

    [Fact]
    public async Task ASentenceThatRulesPassIsDroppedWhereThePassageDoesNotStateIt()
    {
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
                ScriptedModel.SayAsync(
                    http,
                    ScriptedModel.IsVerification(asked) ? "1: yes\n2: no" : $"{Truth} [1] The ferry carries 200 passengers. [1]"
                )
        );
        var (_, last) = await AskAsync(model);
        Assert.Equal($"{Truth} [1]", Assert.IsType<Answer.Grounded>(last).Text);
        Assert.Equal(new Dictionary<string, int> { ["meaning"] = 1 }, last.Model!.Dropped);
    }

    [Theory]
    [InlineData("The ferry to Solvik began on 4 May 1913. [1]")]
    [InlineData("The ferry to Aarhus began on 4 May 1931. [1]")]
    [InlineData("It may carry 300 passengers. [1]")]
    [InlineData("The ferry runs in winter. [1]")]
    public async Task AVerifierThatSaysYesToEverythingLetsNoOtherFigureNameOrDenialThrough(string written)
    {
        await using var model = await ScriptedModel.SayingAsync(written);
        var (first, last) = await AskAsync(model);
        Assert.Equal(first, last with { Model = null });
        Assert.DoesNotContain(model.Asked, ScriptedModel.IsVerification);
    }

    [Fact]
    public async Task AVerifierThatSaysNoToEverythingLeavesTheAnswerWithoutAModel()
    {
        await using var model = await ScriptedModel.SayingAsync($"{Truth} [1]", verdict: "no");
        var (first, last) = await AskAsync(model, options => options.MaxSearches = 0);
        Assert.Equal((first, ModelOutcome.NotSupported), (last with { Model = null }, last.Model!.Outcome));
        // It wrote, judged and wrote again; that it judges once more would be a fourth request.
        Assert.Equal([false, true, false], model.Asked.Select(ScriptedModel.IsVerification));
    }

    [Theory]
    [InlineData("Certainly! All of these look right to me.", ModelOutcome.Unavailable)]
    [InlineData("", ModelOutcome.Unavailable)]
    [InlineData("7: yes", ModelOutcome.Unavailable)]
    public async Task AVerdictThatCanNotBeReadIsNoneAndTheRulesDecide(string verdict, ModelOutcome outcome)
    {
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
                ScriptedModel.SayAsync(
                    http,
                    ScriptedModel.IsVerification(asked) ? verdict : $"{Truth} [1] Sailings began on 4 May 1931. [1]"
                )
        );
        AssertByRules(await AskAsync(model), outcome);
    }

    [Fact]
    public async Task OfASentenceWithTwoVerdictsTheStricterHolds()
    {
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
                ScriptedModel.SayAsync(
                    http,
                    ScriptedModel.IsVerification(asked)
                        ? "1: yes\n1. Yes\n2: yes\n2: no"
                        : $"{Truth} [1] The ferry does not run in winter. [1]"
                )
        );
        Assert.Equal($"{Truth} [1]", Assert.IsType<Answer.Grounded>((await AskAsync(model)).Last).Text);
    }

    [Theory]
    [InlineData(429, ModelOutcome.RateLimited)]
    [InlineData(401, ModelOutcome.Unavailable)]
    public async Task WhereTheVerifierFailsTheRulesDecideAndTheOutcomeSaysSo(int status, ModelOutcome outcome)
    {
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
            {
                http.Response.StatusCode = ScriptedModel.IsVerification(asked) ? status : 200;
                http.Response.Headers.RetryAfter = "60";
                return ScriptedModel.SayAsync(http, $"{Truth} [1] Sailings began on 4 May 1931. [1]");
            }
        );
        AssertByRules(await AskAsync(model), outcome);
    }

    [Fact]
    public async Task AVerifierThatHangsHasOnlyTheTimeThatTheWriterLeft()
    {
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
                ScriptedModel.IsVerification(asked)
                    ? ScriptedModel.HangAsync(http)
                    : ScriptedModel.SayAsync(http, $"{Truth} [1] Sailings began on 4 May 1931. [1]")
        );
        AssertByRules(await AskAsync(model, options => options.TimeoutSeconds = 1), ModelOutcome.TimedOut);
    }

    [Fact]
    public async Task OverItsTokensItIsNotAskedToVerify()
    {
        await using var model = await ScriptedModel.SayingAsync($"{Truth} [1] Sailings began on 4 May 1931. [1]");
        // 320 are used to write; about 1,100 are set aside for each request.
        AssertByRules(await AskAsync(model, options => options.TokensPerDay = 1_300), ModelOutcome.OverBudget);
        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task TurnedOffItIsNotAskedAndTheRulesDecide()
    {
        await using var model = await ScriptedModel.SayingAsync($"{Truth} [1] Sailings began on 4 May 1931. [1]");
        var (_, last) = await AskAsync(model, options => options.Verify = false);
        Assert.Equal(($"{Truth} [1]", null), (Assert.IsType<Answer.Grounded>(last).Text, last.Model!.Verification));
        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task AnotherModelMayVerify()
    {
        await using var model = await ScriptedModel.SayingAsync($"{Truth} [1]");
        await AskAsync(model, options => options.VerifyName = "judge");
        Assert.Equal(["scripted", "judge"], model.Asked.Select(asked => asked.GetProperty("model").GetString()));
    }

    [Fact]
    public async Task ItSeesTheSentencesAndTheirPassagesButNeitherTheQuestionNorTools()
    {
        await using var model = await ScriptedModel.SayingAsync(
            $"{Truth} [1] It may carry 900 passengers. [1] It does not run in winter. [1]"
        );
        await AskAsync(model);
        var asked = Assert.Single(model.Asked, ScriptedModel.IsVerification);
        var prompt = ScriptedModel.Message(asked, "user");
        Assert.Contains($"\n1. (passage 1) {Truth}\n", prompt, StringComparison.Ordinal);
        Assert.Contains("began on 4 May 1931. It may carry", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain(Question, prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("900", prompt, StringComparison.Ordinal);
        Assert.False(asked.TryGetProperty("tools", out _));
    }

    [Fact]
    public async Task ASentenceNamesItsPassageByTheNumberThatItStandsUnder()
    {
        var words = string.Join(' ', Enumerable.Repeat("Boats sail to the islands every day.", 30));
        using var folder = new TemporaryFolder().With(
            "ferry.md",
            $"# The ferry\n\n## Sailings\n\nThe ferry to Aarhus is green. {words}\n\nThe ferry to Solvik is red. {words}\n"
        );
        await using var model = await ScriptedModel.SayingAsync(
            """The ferry to Solvik is red. [1: "The ferry to Solvik is red."] The ferry to Aarhus is green. [2: "The ferry to Aarhus is green."]"""
        );
        await using var asked = await AskedFolder.ReadAsync(folder.Path, options: model.Options);
        await asked.AskModelAsync("Which ferry to Solvik is red?");
        var prompt = ScriptedModel.Message(Assert.Single(model.Asked, ScriptedModel.IsVerification), "user");
        foreach (var town in new[] { "Solvik is red", "Aarhus is green" })
        {
            var number = prompt.Split('\n').Last(line => line.Contains(town, StringComparison.Ordinal))["1. (passage ".Length..][..1];
            Assert.Contains($"[{number}]\n> The ferry to {town}", prompt, StringComparison.Ordinal);
        }
    }

    private static void AssertByRules((Answer First, Answer Last) answers, ModelOutcome verification)
    {
        Assert.Equal($"{Truth} [1]", Assert.IsType<Answer.Grounded>(answers.Last).Text);
        Assert.Equal((ModelOutcome.Answered, verification), (answers.Last.Model!.Outcome, answers.Last.Model.Verification));
    }

    private static async Task<(Answer First, Answer Last)> AskAsync(ScriptedModel model, Action<ModelOptions>? configure = null)
    {
        using var folder = new TemporaryFolder().With("ferry.md", Ferry);
        var options = model.Options;
        configure?.Invoke(options);
        await using var asked = await AskedFolder.ReadAsync(folder.Path, options: options);
        return await asked.AskModelAsync(Question);
    }
}
