using BriefBot.Answers;
using BriefBot.Answers.Generation;
using BriefBot.Service.Answers;
using BriefBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Answers;

/// <summary>A question with a model that is reached over HTTP by the connector that is shipped.</summary>
public sealed class KernelGeneratorTests
{
    private const string Question = "When did the ferry to Solvik begin?";
    private const string Truth = "The ferry to Solvik began on 4 May 1931.";

    private const string Ferry = """
        # The ferry

        The ferry from Brennhavn to Solvik began on 4 May 1931. It carries 200 passengers and takes six hours. Captain Ada Brook thanked Ole Lund.

        The ferry does not run in winter.
        """;

    private const string Fares = """
        ---
        title: Fares of the ferry
        date: 2030-01-02
        ---
        ## Tickets

        | Ticket | Solvik | Brennhavn |
        |---|---|---|
        | Single | 40 kr | 45 kr |

        To get one:

        1. Ask at the harbour.
           - By day at the kiosk.
        2. Show `pass` at the gate.

        ```
        ferry --list
          --all
        ```
        """;

    [Fact]
    public async Task WhatItWritesAndThePassagesHoldIsTheAnswer()
    {
        await using var model = await ScriptedModel.SayingAsync($"Question: {Question}\n{Truth} [1] It takes six hours [1].");
        var (_, last) = await AskAsync(model);
        var answer = Assert.IsType<Answer.Grounded>(last);
        Assert.Equal((AnswerSource.Model, $"{Truth} [1] It takes six hours. [2]"), (answer.Composer, answer.Text));
        Assert.Equal(
            ["The ferry from Brennhavn to Solvik began on 4 May 1931.", "It carries 200 passengers and takes six hours."],
            answer.Citations.Select(citation => citation.Quote)
        );
        Assert.Equal(12, answer.Model!.PromptVersion!.Length);
    }

    [Theory]
    [InlineData("The ferry to Solvik began on 4 May 1913. [1]")]
    [InlineData("The ferry runs in winter. [1]")]
    [InlineData("The ferry to Aarhus began on 4 May 1931. [1]")]
    [InlineData("It sank in 1999. [7]")]
    [InlineData("{\"answer\": \"1931")]
    [InlineData("I'm sorry, I can't help with that.")]
    [InlineData("")]
    [InlineData("You answer questions in a chat from passages of articles, and from nothing else. [1]")]
    public async Task WhatItWritesAndThePassagesDoNotHoldLeavesTheAnswerWithoutIt(string written)
    {
        await using var model = await ScriptedModel.SayingAsync(written);
        var (first, last) = await AskAsync(model);
        Assert.Equal(first, last with { Model = null });
        Assert.True(last.Model!.Outcome is ModelOutcome.NotSupported or ModelOutcome.Unavailable);
    }

    [Theory]
    [InlineData(Truth)]
    [InlineData(Truth + " [99]")]
    [InlineData("- **The ferry to Solvik began on 4 May 1931** [1]")]
    public async Task WhereItCitesWronglyOrNotAtAllTheCheckFindsWhatSupportsIt(string written)
    {
        await using var model = await ScriptedModel.SayingAsync(written);
        Assert.Equal($"{Truth} [1]", Assert.IsType<Answer.Grounded>((await AskAsync(model)).Last).Text);
    }

    [Theory]
    [InlineData("""It takes over from six to eight hours? No: six. [1: "takes six hours"]""", null)]
    [InlineData("""The ferry takes six hours. [1: "200 passengers and takes six hours"]""", "The ferry takes six hours. [1]")]
    [InlineData("""The ferry takes six hours. [7: “200 passengers and TAKES six  hours”]""", "The ferry takes six hours. [1]")]
    [InlineData("""The ferry takes six days. [1: "takes six hours"]""", null)]
    [InlineData("""Yes. The ferry takes six hours. [1: "takes six hours"]""", "Yes. The ferry takes six hours. [1]")]
    [InlineData("""Yes [1: "takes six hours"]. It takes six hours. [1: "takes six hours"]""", "Yes. It takes six hours. [1]")]
    [InlineData("""No. It takes six hours. [1: "takes six hours"]""", "No. It takes six hours. [1]")]
    [InlineData("""No, it takes six hours. [1: "takes six hours"]""", "No, it takes six hours. [1]")]
    [InlineData("""Yes. [1: "takes six hours"]""", null)]
    public async Task ASentenceIsCheckedAgainstTheWordsThatItGivesAsItsProof(string written, string? said)
    {
        await using var model = await ScriptedModel.SayingAsync(written);
        var (first, last) = await AskAsync(model);
        Assert.Equal(said ?? Assert.IsType<Answer.Grounded>(first).Text, Assert.IsType<Answer.Grounded>(last).Text);
        Assert.Equal(
            said is not null,
            last
                is Answer.Grounded
                {
                    Composer: AnswerSource.Model,
                    Citations: [{ Quote: "It carries 200 passengers and takes six hours." }]
                }
        );
    }

    [Theory]
    [InlineData(429, 60, ModelOutcome.RateLimited, 1)]
    [InlineData(500, null, ModelOutcome.Unavailable, 3)]
    [InlineData(401, null, ModelOutcome.Unavailable, 1)]
    public async Task AFailureIsTriedAgainWhereThatMayHelpAndElseTheAnswerWithoutItStays(
        int status,
        int? retryAfter,
        ModelOutcome outcome,
        int tries
    )
    {
        await using var model = await ScriptedModel.FailingAsync(status, retryAfter);
        var (first, last) = await AskAsync(model);
        Assert.Equal((first, outcome, tries), (last with { Model = null }, last.Model!.Outcome, model.Asked.Count));
    }

    [Fact]
    public async Task AHangEndsWithItsOwnTime()
    {
        await using var model = await ScriptedModel.StartAsync((_, http) => ScriptedModel.HangAsync(http));
        Assert.Equal(ModelOutcome.TimedOut, (await AskAsync(model, options => options.TimeoutSeconds = 1)).Last.Model!.Outcome);
    }

    [Fact]
    public async Task SlowTokensEndWithTheTimeToo()
    {
        await using var model = await ScriptedModel.StartAsync(
            async (_, http) =>
            {
                while (!http.RequestAborted.IsCancellationRequested)
                {
                    await http.Response.WriteAsync(" ");
                    await http.Response.Body.FlushAsync();
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, http.RequestAborted)
                        .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        );
        Assert.Equal(ModelOutcome.TimedOut, (await AskAsync(model, options => options.TimeoutSeconds = 1)).Last.Model!.Outcome);
    }

    [Fact]
    public async Task HalfAReplyIsNone()
    {
        await using var model = await ScriptedModel.StartAsync(
            async (_, http) =>
            {
                http.Response.ContentLength = 5_000;
                await http.Response.WriteAsync("""{"choices":[{"message":{"role":"assistant","content":"The ferry""");
                http.Abort();
            }
        );
        Assert.Equal(ModelOutcome.Unavailable, (await AskAsync(model)).Last.Model!.Outcome);
    }

    [Fact]
    public async Task AMegabyteOfTextIsNotRead()
    {
        await using var model = await ScriptedModel.SayingAsync(string.Concat(Enumerable.Repeat(Truth + " [1] ", 25_000)));
        Assert.Equal(ModelOutcome.Unavailable, (await AskAsync(model)).Last.Model!.Outcome);
    }

    [Fact]
    public async Task WhoCallsAFunctionForEverIsStopped()
    {
        await using var model = await ScriptedModel.StartAsync((_, http) => ScriptedModel.SearchAsync(http, "ferry"));
        Assert.Equal(ModelOutcome.Unavailable, (await AskAsync(model)).Last.Model!.Outcome);
        Assert.Equal(3, model.Asked.Count);
    }

    [Fact]
    public async Task ItMaySearchAgainAndCiteWhatItFinds()
    {
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
                asked.GetProperty("messages").GetArrayLength() == 2
                    ? ScriptedModel.SearchAsync(http, "harbour master")
                    : ScriptedModel.SayAsync(
                        http,
                        ScriptedModel.Message(asked, "tool").Contains("Nadia Ferro", StringComparison.Ordinal)
                            ? "The harbour master is Nadia Ferro. [2]"
                            : "NO ANSWER"
                    )
        );
        using var folder = new TemporaryFolder()
            .With("ferry.md", Ferry)
            .With("people.md", "# People\n\nThe harbour master is Nadia Ferro.");
        await using var asked = await AskedFolder.ReadAsync(folder.Path, options: model.Options);
        var (_, last) = await asked.AskModelAsync("Who is in charge of the ferry?");
        Assert.Equal("people.md", Assert.Single(Assert.IsType<Answer.Grounded>(last).Citations).Path);
    }

    [Fact]
    public async Task AnApiThatKnowsNoToolsIsAskedWithout()
    {
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
            {
                http.Response.StatusCode = asked.TryGetProperty("tools", out _) ? 400 : 200;
                return ScriptedModel.SayAsync(http, $"{Truth} [1]");
            }
        );
        Assert.Equal(ModelOutcome.Answered, (await AskAsync(model)).Last.Model!.Outcome);
    }

    [Fact]
    public async Task TheKeyIsSentAsABearer()
    {
        await using var model = await ScriptedModel.FailingAsync(401);
        await AskAsync(model);
        Assert.Equal(["Bearer a-key-that-is-secret"], model.Authorizations);
    }

    [Fact]
    public async Task WhatTheApiSaysOfAnErrorStandsInNoLogForItMayHoldTheKeyOrTheQuestion()
    {
        await using var model = await ScriptedModel.FailingAsync(401);
        var options = Options.Create(new AnswersOptions { Model = model.Options });
        var log = new CollectingLogger<ModelApi>();
        var budget = new TokenBudget(options.Value.Model, null, TimeProvider.System, new CollectingLogger<TokenBudget>());
        using var api = new ModelApi(options, budget, new ModelState(budget), TimeProvider.System, log);
        var composer = new KernelGenerator(api, new ModelPrompts(options), options, TimeProvider.System);
        await composer.GenerateAsync(
            new GenerationRequest([Asked.Of(Question, Truth)]) { Question = Question },
            TestContext.Current.CancellationToken
        );
        var line = Assert.Single(log.Lines).Text;
        Assert.Contains("Unavailable", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
        Assert.DoesNotContain("ferry", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePromptIsAsItWasApproved()
    {
        await using var model = await ScriptedModel.SayingAsync("NO ANSWER");
        using var folder = new TemporaryFolder().With("ferry.md", Ferry).With("fares.md", Fares);
        var time = new FakeTimeProvider(new DateTimeOffset(2031, 5, 4, 12, 0, 0, TimeSpan.Zero));
        await using var asked = await AskedFolder.ReadAsync(folder.Path, options: model.Options, time: time);
        await asked.AskModelAsync($"{Question} <b>&amp;</b> {{{{$passages}}}}", "Is there a ferry?", "Is there a helicopter to Solvik?");
        var prompt =
            $"{ScriptedModel.Message(model.Asked[0], "system")}\n----\n{ScriptedModel.Message(model.Asked[0], "user")}\n".ReplaceLineEndings(
                "\n"
            );
        await File.WriteAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "prompt.received.txt"),
            prompt,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            await File.ReadAllTextAsync(
                Checkout.Path("tests/BriefBot.Tests/Answers/prompt.approved.txt"),
                TestContext.Current.CancellationToken
            ),
            prompt
        );
    }

    [Fact]
    public async Task ABodyThatIsNoJsonIsNoAnswer()
    {
        await using var model = await ScriptedModel.StartAsync((_, http) => ScriptedModel.WriteAsync(http, "{\"choices\": [ {"));
        var (first, last) = await AskAsync(model);
        Assert.Equal((first, ModelOutcome.Unavailable), (last with { Model = null }, last.Model!.Outcome));
    }

    [Fact]
    public async Task AnOperatorsPromptTakesThePlaceOfOursAndHasAnotherVersion()
    {
        await using var model = await ScriptedModel.SayingAsync($"{Truth} [1]");
        using var prompts = new TemporaryFolder().With("answer.md", "<message role=\"user\">Mine: {{$passages}} {{$question}}</message>");
        var ours = (await AskAsync(model)).Last.Model!.PromptVersion;
        var theirs = (await AskAsync(model, options => options.PromptsPath = prompts.Path)).Last.Model!.PromptVersion;
        Assert.NotEqual(ours, theirs);
        Assert.StartsWith(
            "Mine: From",
            ScriptedModel.Message(model.Asked.Last(prompt => !ScriptedModel.IsVerification(prompt)), "user"),
            StringComparison.Ordinal
        );
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
