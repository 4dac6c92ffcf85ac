using System.Text.Json;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary><c>eval</c> with a model: side by side, kept, and played back.</summary>
public sealed class EvalModelTests : CommandRunning
{
    private const string Truth = "On 12 May 1893 the bridge over the Elbe opened. [1]";

    [Fact]
    public async Task BothAreShownSideBySideAndWhatTheModelWroteIsPlayedBackWithoutIt()
    {
        Data.With(
            "q.jsonl",
            """
            {"question":"When was the bridge over the Elbe opened?","answers":["1893"],"kind":"when"}
            {"question":"How wide is the bridge over the Elbe?","answerable":false,"kind":"width"}

            """
        );
        string[] eval = ["eval", Data["q.jsonl"], "--json", "--Answers:Model:PricePerMillionTokens", "2"];
        JsonElement recorded;
        await using (
            var model = await ScriptedModel.StartAsync(
                (asked, http) =>
                    ScriptedModel.SayAsync(
                        http,
                        ScriptedModel.IsVerification(asked) ? "1: yes"
                            : ScriptedModel.Message(asked, "user").Contains("How wide", StringComparison.Ordinal) ? "NO ANSWER"
                            : Truth
                    )
            )
        )
        {
            var (exitCode, output, errors) = await RunAsync([
                .. eval,
                "--record",
                Data["r.jsonl"],
                "--Answers:Model:Endpoint",
                model.Options.Endpoint,
                "--Answers:Model:Name",
                "scripted",
            ]);
            Assert.True(exitCode == 0, errors + output);
            recorded = JsonDocument.Parse(output).RootElement.GetProperty("model");
        }

        Assert.Equal(1, recorded.GetProperty("report").GetProperty("all").GetProperty("sureRight").GetInt32());
        Assert.Equal(1, recorded.GetProperty("report").GetProperty("all").GetProperty("refused").GetInt32());
        Assert.Equal(900, recorded.GetProperty("promptTokens").GetInt32());
        Assert.Equal(0.00192, recorded.GetProperty("cost").GetDouble(), 1e-9);
        var (_, again, _) = await RunAsync([.. eval, "--replay", Data["r.jsonl"], "--min-right", "1", "--min-refused", "1"]);
        var replayed = JsonDocument.Parse(again).RootElement.GetProperty("model");
        foreach (var name in new[] { "outcomes", "verifications", "promptTokens", "replyTokens", "cost" })
        {
            Assert.Equal(recorded.GetProperty(name).ToString(), replayed.GetProperty(name).ToString());
        }
    }

    [Fact]
    public async Task WithoutAModelItSaysHowToNameOne()
    {
        Data.With("q.jsonl", """{"question":"Who?","answers":["me"]}""");
        var (exitCode, output, errors) = await RunAsync("eval", Data["q.jsonl"], "--model");
        Assert.Equal(2, exitCode);
        Assert.Contains("Set Answers:Model:Endpoint and Answers:Model:Name", errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }

    [Fact]
    public async Task ALineThatIsNoRecordIsNamed()
    {
        Data.With("q.jsonl", """{"question":"Who?","answers":["me"]}""").With("r.jsonl", "{\"purpose\":\"write\"}\nnope\n");
        var (exitCode, output, errors) = await RunAsync("eval", Data["q.jsonl"], "--replay", Data["r.jsonl"]);
        Assert.Equal(2, exitCode);
        Assert.Contains("r.jsonl:2", errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }
}
