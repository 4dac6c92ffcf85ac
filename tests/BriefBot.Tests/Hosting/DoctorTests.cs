using System.Net;
using System.Text;
using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Service.Hosting;
using BriefBot.Service.Hosting.Doctor;
using BriefBot.Service.Retrieval.Embeddings;
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
        var problems = SettingsChecks.Wrong(configuration, options, []).Where(finding => finding.State == FindingState.Problem).Select(finding => finding.Said).ToArray();
        Assert.Contains(problems, problem => problem.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void AVariableThatIsAlmostASettingIsNamed()
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        Settings.AddOptions(services, configuration);
        using var options = services.BuildServiceProvider();
        Assert.Equal(
            "DISCORD_TOKEN in the environment is no setting. Did you mean Discord__Token?",
            Assert.Single(SettingsChecks.Wrong(configuration, options, ["DISCORD_TOKEN"])).Said);
    }

    [Fact]
    public void SettingsAreShownWithTheirSourceAndSecretsAreNot()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = "very-secret-1",
            ["Http:ApiKey"] = "very-secret-2",
            ["Http:ApiKeys:ann"] = "very-secret-3",
            ["Answers:Model:Key"] = "very-secret-4",
            ["Chat:AuthorPerMinute"] = "7",
        }).Build();
        var shown = string.Join('\n', SettingsChecks.Sources(configuration).Select(finding => finding.Said));
        Assert.DoesNotContain("very-secret", shown, StringComparison.Ordinal);
        Assert.Contains("Chat:AuthorPerMinute = 7, from the command line", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void FoldersThatCannotBeUsedAreNamed()
    {
        Assert.Contains("there is no such folder", Problem(FolderChecks.Knowledge(_folder["missing"])), StringComparison.Ordinal);
        Assert.Contains("holds no file", Problem(FolderChecks.Knowledge(_folder.Path)), StringComparison.Ordinal);
        _folder.With("file", "x").With("data/briefbot.lock/x", "");
        Assert.Contains("can't be written", Problem(FolderChecks.Data(_folder["file"])), StringComparison.Ordinal);
        Assert.Contains("briefbot.lock can't be opened", Problem(FolderChecks.Data(_folder["data"])), StringComparison.Ordinal);
        Assert.Equal(FindingState.Good, Assert.Single(FolderChecks.Data(_folder["new/below"])).State);
        Assert.False(Directory.Exists(_folder["new"]));
    }

    [Fact]
    public void AClockThatWasNeverSetIsNamed() => Assert.Contains(
        MachineChecks.All([], wantsEmbeddings: false, new HttpOptions(), new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        finding => finding is { Area: "clock", State: FindingState.Problem });

    [Fact]
    public void TooLittleMemoryAndTooFewWatchesAreNamed()
    {
        Assert.SkipUnless(ShippedEmbeddingModel.Find() is not null, "Built without embeddings.");
        Assert.Contains("Raise it, or set Retrieval:Embeddings = false.", MachineChecks.Embeddings(wanted: true, 150_000_000).Said, StringComparison.Ordinal);
        Assert.Contains("fs.inotify.max_user_watches", Problem(FolderChecks.Watching(9_000, 8_192)), StringComparison.Ordinal);
        Assert.Empty(FolderChecks.Watching(9_000, null));
    }

    [Theory]
    [InlineData(401, "Answers:Model:Key")]
    [InlineData(404, "Answers:Model:Name")]
    [InlineData(500, "status 500")]
    [InlineData(0, "nobody answers")]
    public async Task AModelThatDoesNotAnswerIsNamedWithTheSettingToLookAt(int status, string named)
    {
        var checks = new RemoteChecks(new HttpClient(new Answering(status, "{}")));
        var finding = await checks.ModelAsync(new ModelOptions { Endpoint = "http://model/v1", Name = "m", Key = "very-secret" }, TestContext.Current.CancellationToken);
        Assert.Equal(FindingState.Problem, finding.State);
        Assert.Contains(named, finding.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", finding.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "{}", "refuses the token")]
    [InlineData(0, "{}", "can't be reached")]
    [InlineData(503, "{}", "status 503")]
    [InlineData(200, "{\"flags\":0}", "Message Content Intent is off")]
    public async Task WhatDiscordWouldRefuseIsNamed(int status, string body, string named)
    {
        var checks = new RemoteChecks(new HttpClient(new Answering(status, body)));
        var findings = await checks.DiscordAsync(new DiscordOptions { Token = "very-secret", MessageContent = true }, TestContext.Current.CancellationToken);
        Assert.Contains(named, Problem(findings), StringComparison.Ordinal);
        Assert.DoesNotContain(findings, finding => finding.Said.Contains("very-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhereAllIsWellNothingIsAProblem()
    {
        var checks = new RemoteChecks(new HttpClient(new Answering(200, "{\"flags\":524288}")));
        Assert.All(await checks.DiscordAsync(new DiscordOptions { Token = "t", MessageContent = true }, TestContext.Current.CancellationToken), IsGood);
        IsGood(await checks.ModelAsync(new ModelOptions { Endpoint = "http://model/v1", Name = "m" }, TestContext.Current.CancellationToken));
        Assert.All(FolderChecks.Knowledge(Checkout.Path("knowledge")), IsGood);

        static void IsGood(Finding finding) => Assert.Equal(FindingState.Good, finding.State);
    }

    private static string Problem(IEnumerable<Finding> findings) => Assert.Single(findings, finding => finding.State == FindingState.Problem).Said;

    /// <summary>Answers every request alike; with status 0 as if nobody were there.</summary>
    private sealed class Answering(int status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => status == 0
            ? throw new HttpRequestException("refused")
            : Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
