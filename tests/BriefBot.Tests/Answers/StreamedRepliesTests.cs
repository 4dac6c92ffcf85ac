using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace BriefBot.Tests.Answers;

/// <summary>Replies of a model that come in parts, or should.</summary>
public sealed class StreamedRepliesTests
{
    private const string Question = "When did the ferry to Solvik begin?";
    private const string Truth = "The ferry to Solvik began on 4 May 1931.";
    private const string Proof = "[1: \"The ferry from Brennhavn to Solvik began on 4 May 1931.\"]";
    private const string Ferry =
        "# The ferry\n\nThe ferry from Brennhavn to Solvik began on 4 May 1931. It carries 200 passengers. Tickets are sold on board.\n";

    [Fact]
    public async Task OfAReplyThatIsNotWholeInTimeWhatIsProvenIsKept()
    {
        await using var model = await ScriptedModel.StartAsync(
            (_, http) => ScriptedModel.StreamAsync(http, [Truth, " ", Proof, " It carries 9"], isWhole: false)
        );
        var (_, last) = await AskAsync(model, options => options.TimeoutSeconds = 1);
        Assert.Equal($"{Truth} [1]", Assert.IsType<Answer.Grounded>(last).Text);
        Assert.Equal((ModelOutcome.TimedOut, ModelOutcome.TimedOut), (last.Model!.Outcome, last.Model.Verification));
        Assert.Single(model.Asked);
    }

    [Theory]
    [InlineData("The ferry to Solvik began on 4 M")]
    [InlineData("The ferry to Solvik began on 4 May 1913. [1: \"1931\"] It")]
    [InlineData("NO ANSWER")]
    public async Task WhereNothingOfItIsProvenTheAnswerWithoutItStays(string beginning)
    {
        await using var model = await ScriptedModel.StartAsync((_, http) => ScriptedModel.StreamAsync(http, [beginning], isWhole: false));
        var (first, last) = await AskAsync(model, options => options.TimeoutSeconds = 1);
        Assert.Equal((first, ModelOutcome.TimedOut), (last with { Model = null }, last.Model!.Outcome));
    }

    [Fact]
    public async Task AnApiThatRefusesStreamsIsAskedWithoutFromThenOn()
    {
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
            {
                http.Response.StatusCode = Streams(asked) ? 400 : 200;
                return Streams(asked) ? ScriptedModel.WriteAsync(http, "{}") : ScriptedModel.SayAsync(http, Said(asked));
            }
        );
        using var folder = new TemporaryFolder().With("ferry.md", Ferry);
        await using var asked = await AskedFolder.ReadAsync(folder.Path, options: model.Options);
        Assert.Equal(ModelOutcome.Answered, (await asked.AskModelAsync(Question)).Last.Model!.Outcome);
        Assert.Equal(ModelOutcome.Answered, (await asked.AskModelAsync(Question)).Last.Model!.Outcome);
        // Streamed with tools and without, whole with tools, verified; then whole, and verified.
        Assert.Equal([true, true, false, false, false, false], model.Asked.Select(Streams));
    }

    [Fact]
    public async Task AnApiThatAnswersWholeWhereAStreamWasAskedForIsAskedAgain()
    {
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
            {
                http.Items.Clear();
                return ScriptedModel.SayAsync(http, Said(asked));
            }
        );
        Assert.Equal(ModelOutcome.Answered, (await AskAsync(model)).Last.Model!.Outcome);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public async Task TheFirstSentenceIsShownOnceProvenWhileTheRestIsWritten(bool verifies, int verifications)
    {
        var shown = new TaskCompletionSource<Answer.Grounded>();
        await using var model = await GoingOnAsync(shown.Task, "yes");
        var (_, last) = await AskAsync(model, options => options.Verify = verifies, begun => shown.TrySetResult(begun));
        Assert.Equal($"{Truth} [1]", (await shown.Task).Text);
        Assert.Equal($"{Truth} [1] It carries 200 passengers. [2]", Assert.IsType<Answer.Grounded>(last).Text);
        Assert.Equal(verifications, model.Asked.Count(ScriptedModel.IsVerification));
        Assert.Equal(verifies ? ModelOutcome.Answered : null, last.Model!.Verification);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EachSentenceIsShownOnceProven(bool verifies)
    {
        var shown = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        var texts = new List<string>();
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
                ScriptedModel.IsVerification(asked)
                    ? ScriptedModel.SayAsync(http, ScriptedModel.Verdicts("yes"))
                    : ScriptedModel.StreamAsync(
                        http,
                        $"{Truth} {Proof} It",
                        (shown[0].Task, $"{Rest} Tickets"),
                        (shown[1].Task, " are sold on board. [1: \"Tickets are sold on board.\"]")
                    )
        );
        var (_, last) = await AskAsync(
            model,
            options => options.Verify = verifies,
            begun =>
            {
                texts.Add(begun.Text);
                shown[texts.Count - 1].SetResult();
            }
        );
        Assert.Equal([$"{Truth} [1]", $"{Truth} [1] It carries 200 passengers. [2]"], texts);
        Assert.Equal($"{texts[^1]} Tickets are sold on board. [3]", Assert.IsType<Answer.Grounded>(last).Text);
    }

    [Fact]
    public async Task ADeniedSentenceIsLeftOutOfWhatIsShownNext()
    {
        var shown = new TaskCompletionSource();
        var denied = new TaskCompletionSource();
        var judged = 0;
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
            {
                if (!ScriptedModel.IsVerification(asked))
                {
                    return ScriptedModel.StreamAsync(
                        http,
                        $"{Truth} {Proof} It",
                        (shown.Task, $"{Rest} Tickets"),
                        (denied.Task, " are sold on board. [1: \"Tickets are sold on board.\"]")
                    );
                }

                var isDenied = Interlocked.Increment(ref judged) == 2;
                if (isDenied)
                {
                    denied.SetResult();
                }

                return ScriptedModel.SayAsync(http, ScriptedModel.Verdicts(isDenied ? "no" : "yes"));
            }
        );
        var (_, last) = await AskAsync(model, begun: _ => shown.SetResult());
        Assert.Equal($"{Truth} [1] Tickets are sold on board. [2]", Assert.IsType<Answer.Grounded>(last).Text);
        Assert.Equal(3, judged);
        Assert.Equal(1, last.Model!.Dropped.Values.Sum());
    }

    [Fact]
    public async Task AFirstSentenceThatIsDeniedIsNeverShown()
    {
        await using var model = await GoingOnAsync(Task.CompletedTask, "no");
        var (first, last) = await AskAsync(model, begun: _ => Assert.Fail("It was shown."));
        Assert.Equal(first, last with { Model = null });
        Assert.Single(model.Asked, ScriptedModel.IsVerification);
    }

    [Fact]
    public async Task WhereTheVerifierIsGoneAfterTheFirstSentenceThatOneStays()
    {
        var verified = 0;
        var shown = new TaskCompletionSource<Answer.Grounded>();
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
            {
                if (!ScriptedModel.IsVerification(asked))
                {
                    return ScriptedModel.StreamAsync(http, $"{Truth} {Proof} It", (shown.Task, Rest));
                }

                http.Response.StatusCode = Interlocked.Increment(ref verified) == 1 ? 200 : 500;
                return http.Response.StatusCode == 200 ? ScriptedModel.SayAsync(http, "1: yes") : ScriptedModel.WriteAsync(http, "{}");
            }
        );
        var (_, last) = await AskAsync(model, begun: shown.SetResult);
        Assert.StartsWith($"{Truth} [1]", Assert.IsType<Answer.Grounded>(last).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A. [1]", "")]
    [InlineData("A. [1: \"x\"] [", "")]
    [InlineData("A. [1: \"x\"]. ", "")]
    [InlineData("A. [1: \"x\"] B", "A. [1: \"x\"]")]
    [InlineData("A. [1]\nB. [2] C", "A. [1]\nB. [2]")]
    [InlineData("A", "")]
    public void ASentenceIsFinishedWhenTheNextBegins(string reply, string finished) =>
        Assert.Equal(finished, BriefBot.Service.Answers.ModelReply.Finished(reply));

    private const string Rest = " carries 200 passengers. [1: \"It carries 200 passengers.\"]";

    private static Task<ScriptedModel> GoingOnAsync(Task goesOn, string verdict) =>
        ScriptedModel.StartAsync(
            (asked, http) =>
                ScriptedModel.IsVerification(asked)
                    ? ScriptedModel.SayAsync(http, ScriptedModel.Verdicts(verdict))
                    : ScriptedModel.StreamAsync(http, $"{Truth} {Proof} It", (goesOn, Rest))
        );

    private static bool Streams(JsonElement asked) => asked.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    private static string Said(JsonElement asked) =>
        ScriptedModel.IsVerification(asked) ? ScriptedModel.Verdicts("yes") : $"{Truth} {Proof}";

    private static async Task<(Answer First, Answer Last)> AskAsync(
        ScriptedModel model,
        Action<ModelOptions>? configure = null,
        Action<Answer.Grounded>? begun = null
    )
    {
        using var folder = new TemporaryFolder().With("ferry.md", Ferry);
        var options = model.Options;
        configure?.Invoke(options);
        await using var asked = await AskedFolder.ReadAsync(folder.Path, options: options);
        return await asked.AskModelAsync(Question, begun);
    }
}
