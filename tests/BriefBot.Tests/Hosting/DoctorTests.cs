using System.Net;
using System.Text;
using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Memory;
using BriefBot.Discord;
using BriefBot.Service.Hosting;
using BriefBot.Service.Hosting.Doctor;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Slack;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tests.Hosting;

/// <summary>Set-ups that are broken, each of which is named with what to do.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Chat:Author", "5", "Chat:Author: there is no such setting.")]
    [InlineData("Knowledge:Path", " ", "Knowledge:Path")]
    [InlineData("Chat:AuthorPerMinute", "many", "Chat:AuthorPerMinute = many: must be a whole number")]
    [InlineData("Chat:MaxQuestionLength", "1", "Chat:MaxQuestionLength = 1")]
    [InlineData("Answers:SureFrom", "2", "Answers:SureFrom = 2")]
    [InlineData("Answers:Model:Endpoint", "ftp://x", "Answers:Model")]
    [InlineData("Http:ApiKey", "short", "Http:ApiKey")]
    [InlineData("Http:PathBase", "briefbot/", "Http:PathBase")]
    [InlineData("Http:TrustedProxies:0", "nginx", "Http:TrustedProxies:0")]
    [InlineData("Http:MetricsUrl", "9464", "Http:MetricsUrl")]
    [InlineData("Urls", "https://bot.example.org", "Urls")]
    [InlineData("AllowedHosts", "https://bot.example.org", "AllowedHosts")]
    [InlineData("Logging:LogLevel:Default", "Loud", "Logging:LogLevel:Default = Loud")]
    [InlineData("Memory:Postgres", "Host=db", "Memory:Key")]
    [InlineData("Memory:Postgres", "postgres://db/briefbot", "Memory:Postgres")]
    [InlineData("Memory:Key", "short", "Memory:Key")]
    [InlineData("Discord:ShardIds:0", "7", "Discord:ShardIds")]
    public void AWrongSettingIsNamed(string key, string value, string named)
    {
        var set = new Dictionary<string, string?> { [key] = value };
        if (key.StartsWith("Discord", StringComparison.Ordinal))
        {
            set["Discord:Token"] = "x";
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(set).Build();
        var services = new ServiceCollection();
        Settings.AddOptions(services, configuration);
        using var options = services.BuildServiceProvider();
        var problems = SettingsChecks
            .Wrong(configuration, options, [])
            .Where(finding => finding.State == DoctorState.Problem)
            .Select(finding => finding.Said)
            .ToArray();
        Assert.Contains(problems, problem => problem.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void ADatabaseThatIsAwayIsNamedWithoutItsPassword()
    {
        var options = new MemoryOptions { Postgres = "Host=127.0.0.1;Port=1;Username=x;Password=hush-hush", Key = "0123456789abcdef" };
        var found = Assert.Single(MemoryChecks.Database(options));
        Assert.Equal(DoctorState.Problem, found.State);
        Assert.StartsWith("PostgreSQL 127.0.0.1/ can't be used", found.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", found.Said, StringComparison.Ordinal);
        Assert.Empty(MemoryChecks.Database(new MemoryOptions()));
    }

    [Fact]
    public void TheConnectionStringOfADatabaseIsASecret()
    {
        var set = new Dictionary<string, string?> { ["Memory:Postgres"] = "Host=db;Password=hush-hush" };
        var shown = SettingsChecks.Sources(new ConfigurationBuilder().AddInMemoryCollection(set).Build()).ToArray();
        Assert.Contains(shown, finding => finding.Said.StartsWith("Memory:Postgres = (set)", StringComparison.Ordinal));
        Assert.DoesNotContain(shown, finding => finding.Said.Contains("hush-hush", StringComparison.Ordinal));
    }

    [Fact]
    public void AVariableThatIsAlmostASettingIsNamed()
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        Settings.AddOptions(services, configuration);
        using var options = services.BuildServiceProvider();
        Assert.Equal(
            "DISCORD_TOKEN in the environment isn’t a setting. Did you mean Discord__Token?",
            Assert.Single(SettingsChecks.Wrong(configuration, options, ["DISCORD_TOKEN"])).Said
        );
    }

    [Fact]
    public void SettingsAreShownWithTheirSourceAndSecretsAreNot()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Discord:Token"] = "very-secret-1",
                    ["Http:ApiKey"] = "very-secret-2",
                    ["Http:ApiKeys:ann"] = "very-secret-3",
                    ["Answers:Model:Key"] = "very-secret-4",
                    ["Chat:AuthorPerMinute"] = "7",
                }
            )
            .Build();
        var shown = string.Join('\n', SettingsChecks.Sources(configuration).Select(finding => finding.Said));
        Assert.DoesNotContain("very-secret", shown, StringComparison.Ordinal);
        Assert.Contains("Chat:AuthorPerMinute = 7, from the command line", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void FoldersThatCannotBeUsedAreNamed()
    {
        Assert.Contains("there is no such folder", Problem(FolderChecks.Knowledge(_folder["missing"])), StringComparison.Ordinal);
        Assert.Contains("has no files", Problem(FolderChecks.Knowledge(_folder.Path)), StringComparison.Ordinal);
        _folder.With("file", "x").With("data/briefbot.lock/x", "");
        Assert.Contains("can't be written", Problem(FolderChecks.Data(_folder["file"])), StringComparison.Ordinal);
        Assert.Contains("briefbot.lock can't be opened", Problem(FolderChecks.Data(_folder["data"])), StringComparison.Ordinal);
        Assert.Equal(DoctorState.Good, Assert.Single(FolderChecks.Data(_folder["new/below"])).State);
        Assert.False(Directory.Exists(_folder["new"]));
    }

    [Fact]
    public async Task AnAddressIsFreeOrUsedByABriefBotOrByAnotherProgram()
    {
        var token = TestContext.Current.CancellationToken;
        await using var service = await WebService.StartAsync(_folder.With("knowledge/a.md", "Text.")["knowledge"]);
        var used = await MachineChecks.AddressAsync(service.Http.BaseAddress!.ToString(), token);
        Assert.Equal((DoctorState.Note, true), (used.State, used.Said.Contains("a running BriefBot", StringComparison.Ordinal)));
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var answers = Task.Run(
            async () =>
            {
                using var client = await listener.AcceptTcpClientAsync(token);
                await client
                    .GetStream()
                    .WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), token);
            },
            token
        );
        Assert.Contains("by another program", Problem([await MachineChecks.AddressAsync(url, token)]), StringComparison.Ordinal);
        await answers;
        listener.Stop();
        Assert.Equal(DoctorState.Good, (await MachineChecks.AddressAsync(url, token)).State);
    }

    [Fact]
    public void AClockThatWasNeverSetIsNamed() =>
        Assert.Contains(
            MachineChecks.All([], wantsEmbeddings: false, new HttpOptions(), new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            finding => finding is { Area: "clock", State: DoctorState.Problem }
        );

    [Fact]
    public void TooLittleMemoryAndTooFewWatchesAreNamed()
    {
        Assert.SkipUnless(ShippedEmbeddingModel.Find() is not null, "Built without embeddings.");
        Assert.Contains(
            "Raise it, or set Retrieval:Embeddings = false.",
            MachineChecks.Embeddings(wanted: true, 150_000_000).Said,
            StringComparison.Ordinal
        );
        Assert.Contains("fs.inotify.max_user_watches", Problem(FolderChecks.Watching(9_000, 8_192)), StringComparison.Ordinal);
        Assert.Empty(FolderChecks.Watching(9_000, null));
    }

    [Theory]
    [InlineData(401, "Answers:Model:Key")]
    [InlineData(404, "Answers:Model:Name")]
    [InlineData(429, "quota")]
    [InlineData(500, "status 500")]
    [InlineData(0, "nothing answers")]
    public async Task AModelThatDoesNotAnswerIsNamedWithTheSettingToLookAt(int status, string named)
    {
        var found = await CheckModel(
            new ModelOptions
            {
                Endpoint = "http://model/v1",
                Name = "m",
                Key = "very-secret",
            },
            _ => Respond(status)
        );
        Assert.Contains(named, Problem(found), StringComparison.Ordinal);
        Assert.DoesNotContain(found, finding => finding.Said.Contains("very-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AzureIsAskedForItsDeploymentWithItsOwnHeader()
    {
        HttpRequestMessage? asked = null;
        var azure = new ModelOptions
        {
            Endpoint = "https://desk.openai.azure.com/",
            Name = "small one",
            Key = "very-secret",
            Provider = ModelProvider.AzureOpenAI,
        };
        var found = await CheckModel(azure, request => Respond((asked = request) is null ? 0 : 404));
        Assert.Contains("has no deployment small one", Problem(found), StringComparison.Ordinal);
        Assert.Equal("/openai/deployments/small%20one/chat/completions", asked!.RequestUri!.AbsolutePath);
        Assert.Equal("very-secret", Assert.Single(asked.Headers.GetValues("api-key")));
        Assert.Null(asked.Headers.Authorization);
    }

    [Fact]
    public async Task AModelWithoutToolsIsNamed()
    {
        var found = await CheckModel(
            new ModelOptions { Endpoint = "http://model/v1", Name = "m" },
            request => Respond(request.Content!.ReadAsStringAsync().Result.Contains("\"tools\"", StringComparison.Ordinal) ? 400 : 200)
        );
        Assert.Contains(
            found,
            finding =>
                finding is { State: DoctorState.Note } && finding.Said.Contains("Answers:Model:MaxSearches = 0", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AVerifierThatTheApiDoesNotKnowIsNamed()
    {
        var found = await CheckModel(
            new ModelOptions
            {
                Endpoint = "http://model/v1",
                Name = "m",
                VerifyName = "other",
            },
            request => Respond(request.Content!.ReadAsStringAsync().Result.Contains("\"other\"", StringComparison.Ordinal) ? 404 : 200)
        );
        Assert.Contains("Answers:Model:VerifyName", Problem(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AQuotaBelowOneAnswerAndALimitWithoutEffectAreNamed()
    {
        var found = await CheckModel(
            new ModelOptions { Endpoint = "http://model/v1", Name = "m" },
            _ =>
            {
                var response = Respond(200, "{\"usage\":{\"completion_tokens\":400}}");
                response.Headers.Add("x-ratelimit-limit-tokens", "1000");
                return response;
            }
        );
        Assert.Contains("allows 1,000 tokens a minute, and one answer may need 4,600", Problem(found), StringComparison.Ordinal);
        Assert.Contains(found, finding => finding.Said.Contains("MaxReplyTokens has no effect", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, "{}", "rejected the token")]
    [InlineData(0, "{}", "can't be reached")]
    [InlineData(503, "{}", "status 503")]
    [InlineData(200, "{\"flags\":0}", "Message Content Intent is off")]
    public async Task WhatDiscordWouldRefuseIsNamed(int status, string body, string named)
    {
        var found = await CheckDiscord(request =>
            request.RequestUri!.AbsolutePath.EndsWith("guilds", StringComparison.Ordinal) ? Respond(200, "[]") : Respond(status, body)
        );
        Assert.Contains(named, Problem(found), StringComparison.Ordinal);
        Assert.DoesNotContain(found, finding => finding.Said.Contains("very-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PermissionsThatAServerDoesNotGiveAreNamed()
    {
        const string Servers =
            """[{"name":"Desk","permissions":"68608"},{"name":"Office","permissions":"8"},{"name":"Hall","permissions":"309237713984"}]""";
        var found = await CheckDiscord(request => Respond(200, IsServers(request) ? Servers : "{\"flags\":524288,\"id\":\"42\"}"));
        var problem = Problem(found);
        Assert.Contains(
            "“Desk” the bot may not: Add Reactions, Create Public Threads, Send Messages in Threads.",
            problem,
            StringComparison.Ordinal
        );
        Assert.Contains("client_id=42&scope=bot+applications.commands&permissions=309237713984", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABotInNoServerGetsItsInvitation()
    {
        var found = await CheckDiscord(request => Respond(200, IsServers(request) ? "[]" : "{\"flags\":524288,\"id\":\"42\"}"));
        Assert.Contains(
            found,
            finding => finding is { State: DoctorState.Note } && finding.Said.Contains("client_id=42", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task ACollectorThatIsNotThereIsNamed()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Assert.Equal(DoctorState.Good, Assert.Single(await CheckTelemetry($"http://127.0.0.1:{port}")).State);
        listener.Stop();
        Assert.Contains(
            $"nothing listens at 127.0.0.1:{port}",
            Problem(await CheckTelemetry($"http://127.0.0.1:{port}")),
            StringComparison.Ordinal
        );
        Assert.Contains("must be http:// or https://", Problem(await CheckTelemetry("collector")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"invalid_auth"}""", """{"ok":true}""", "Slack rejected Slack:AppToken (invalid_auth)")]
    [InlineData("""{"ok":false,"error":"missing_scope"}""", """{"ok":true}""", "scope connections:write")]
    [InlineData("""{"ok":true}""", """{"ok":false,"error":"token_revoked"}""", "Slack rejected Slack:BotTokens:0 (token_revoked)")]
    [InlineData("""{"ok":true}""", "{}", "Slack:BotTokens:0 (unknown)")]
    [InlineData("""{"ok":true}""", """{"ok":"yes","error":5}""", "Slack:BotTokens:0 (unknown)")]
    public async Task WhatSlackWouldRefuseIsNamed(string app, string bot, string named)
    {
        var found = await CheckSlack(request =>
            Respond(200, request.RequestUri!.AbsolutePath.EndsWith("auth.test", StringComparison.Ordinal) ? bot : app)
        );
        Assert.Contains(named, Problem(found), StringComparison.Ordinal);
        Assert.DoesNotContain(found, finding => finding.Said.Contains("very-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ScopesThatAWorkspaceDidNotGrantAreNamed()
    {
        var found = await CheckSlack(_ =>
        {
            var response = Respond(200, """{"ok":true}""");
            response.Headers.Add("x-oauth-scopes", "app_mentions:read,chat:write,commands");
            return response;
        });
        Assert.Contains("lacks the scopes assistant:write, channels:history", Problem(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereAllIsWellNothingIsAProblem()
    {
        Assert.All(await CheckSlack(_ => Respond(200, """{"ok":true}""")), IsGood);
        Assert.All(
            await CheckDiscord(request =>
                Respond(200, IsServers(request) ? """[{"name":"Hall","permissions":"309237713984"}]""" : "{\"flags\":524288}")
            ),
            IsGood
        );
        Assert.All(await CheckModel(new ModelOptions { Endpoint = "http://model/v1", Name = "m" }, _ => Respond(200)), IsGood);
        Assert.All(FolderChecks.Knowledge(Checkout.Path("knowledge")), IsGood);

        static void IsGood(DoctorResult finding) => Assert.Equal(DoctorState.Good, finding.State);
    }

    private static bool IsServers(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("users/@me/guilds", StringComparison.Ordinal);

    private static Task<IReadOnlyList<DoctorResult>> CheckModel(
        ModelOptions model,
        Func<HttpRequestMessage, HttpResponseMessage> respond
    ) => new ModelChecks(new RemoteApi(new HttpClient(new ScriptedApi(respond)))).CheckAsync(model, TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<DoctorResult>> CheckDiscord(Func<HttpRequestMessage, HttpResponseMessage> respond) =>
        new DiscordChecks(new RemoteApi(new HttpClient(new ScriptedApi(respond)))).CheckAsync(
            new DiscordOptions { Token = "very-secret", MessageContent = true },
            TestContext.Current.CancellationToken
        );

    private static Task<IReadOnlyList<DoctorResult>> CheckSlack(Func<HttpRequestMessage, HttpResponseMessage> respond) =>
        new SlackChecks(new RemoteApi(new HttpClient(new ScriptedApi(respond)))).CheckAsync(
            new SlackOptions { AppToken = "xapp-very-secret", BotTokens = ["xoxb-very-secret"] },
            TestContext.Current.CancellationToken
        );

    private static Task<IReadOnlyList<DoctorResult>> CheckTelemetry(string address) =>
        TelemetryChecks.CheckAsync(
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address })
                .Build(),
            TestContext.Current.CancellationToken
        );

    /// <summary>Returns a response; with status 0 throws as if nobody were there.</summary>
    private static HttpResponseMessage Respond(int status, string body = "{}") =>
        status == 0
            ? throw new HttpRequestException("refused")
            : new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static string Problem(IEnumerable<DoctorResult> findings) =>
        Assert.Single(findings, finding => finding.State == DoctorState.Problem).Said;

    private sealed class ScriptedApi(Func<HttpRequestMessage, HttpResponseMessage> respond) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(respond(request));
    }
}
