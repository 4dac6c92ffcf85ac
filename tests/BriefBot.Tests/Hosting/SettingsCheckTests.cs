using BriefBot.Chat;
using BriefBot.Retrieval;
using BriefBot.Service.Hosting;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Hosting;

public sealed class SettingsCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "Chat:MaxQuestionLenght",
        "1",
        "Chat:MaxQuestionLenght: there is no such setting. Chat has Allow, AnswerTimeoutSeconds, AuthorPerMinute, CatchUpMinutes, ChannelPerMinute,"
    )]
    [InlineData("Chat:MaxQuestionLength", "many", "Chat:MaxQuestionLength = many: must be a whole number between 20 and 20000.")]
    [InlineData("Chat:MaxQuestionLength", "1", "Chat:MaxQuestionLength = 1: must be between 20 and 20000.")]
    [InlineData("chat:maxquestionlength", "", "Chat:MaxQuestionLength = : must be a whole number")]
    [InlineData("Chat:MaxQuestionLength:More", "1", "Chat:MaxQuestionLength:More: there is no such setting.")]
    [InlineData("Answers:SureFrom", "high", "Answers:SureFrom = high: must be a number between 0 and 1.")]
    [InlineData("Knowledge:Path", " ", "Knowledge:Path: is required.")]
    [InlineData("Answers:Model:TimeoutSeconds", "0", "Answers:Model:TimeoutSeconds = 0: must be between 1 and 600.")]
    [InlineData("Answers:Model:Name", "m", "Answers:Model:Endpoint: must be the address of the model's API")]
    [InlineData("Answers:Model:Endpoint", "http://a/v1", "Answers:Model:Name: is empty.")]
    [InlineData("Answers:Model:Provider", "Foo", "Answers:Model:Provider = Foo: must be OpenAI or AzureOpenAI.")]
    [InlineData(
        "Chat:Allow:Server:0",
        "1",
        "Chat:Allow:Server: there is no such setting. Chat:Allow has Channels, People, Roles, Servers."
    )]
    [InlineData("Chat:Allow:Servers", "1,2", "Chat:Allow:Servers: is a list. Set Chat:Allow:Servers:0, Chat:Allow:Servers:1 and so on.")]
    [InlineData(
        "Chat:Allow:Servers:0",
        "abc",
        "Chat:Allow:Servers: holds “abc”, which is no id. An id is digits, or capital letters and digits. In Discord switch the developer mode on"
    )]
    [InlineData("Chat:Channels:general:Listen", "Commands", "Chat:Channels: holds “general”, which is no id.")]
    [InlineData("Chat:Allow:Servers:0", " ", "Chat:Allow:Servers:0: must not be empty.")]
    [InlineData("Discord:ShardIds:0", "first", "Discord:ShardIds:0 = first: must be a whole number.")]
    [InlineData("Discord:Shards", "-1", "Discord:Shards = -1: must be between 0 and 1000.")]
    [InlineData("Http:ApiKey", "123456", "Http:ApiKey: must have at least 16 characters and no spaces;")]
    [InlineData("Chat:Allow", "1", "Chat:Allow: isn’t a single value. Set what is in it, such as Chat:Allow:….")]
    [InlineData("Chat:Channels:12", "Everything", "Chat:Channels:12: isn’t a single value. Set what is in it, such as Chat:Channels:12:….")]
    [InlineData("Chat:Channels:12:Listen", "All", "Chat:Channels:12:Listen = All: must be Mentions or Commands or Everything.")]
    [InlineData("Chat:Channels:12:Hear", "All", "Chat:Channels:12:Hear: there is no such setting. Chat:Channels:12 has Answer, Listen.")]
    [InlineData("Logging:LogLevel:Default", "Loud", "Logging:LogLevel:Default = Loud: there is no such level. There are Trace,")]
    public void AWrongSettingIsNamedWithWhatIsAllowed(string key, string value, string told) =>
        Assert.Contains(told, Refused((key, value)), StringComparison.Ordinal);

    [Fact]
    public void AllWrongKeysAreToldAtOnce() =>
        Assert.Equal(3, Refused(("Chat:Foo", "1"), ("Knowledge:Bar", "1"), ("Retrieval:Embeddings", "x")).Split('\n').Length);

    [Fact]
    public void AllWrongValuesAreToldAtOnce() =>
        Assert.Equal(2, Refused(("Chat:MaxQuestionLength", "1"), ("Answers:SureFrom", "2")).Split('\n').Length);

    [Fact]
    public void ListsAndSettingsByIdAreRead()
    {
        using var provider = BotHost.Command(
            Settings(("Chat:Allow:Servers:0", "1"), ("Chat:Allow:Servers:1", "2"), ("Chat:Channels:12:Listen", "everything")),
            inMemory: true
        );
        var chat = provider.GetRequiredService<IOptions<ChatOptions>>().Value;
        Assert.Equal(["1", "2"], chat.Allow.Servers);
        Assert.Equal(ListenTo.Everything, chat.Channels["12"].Listen);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void EmbeddingsAreAskedOnlyWhereTheyAreOn(string value)
    {
        Assert.SkipUnless(ShippedEmbeddingModel.Find() is not null, "Built without embeddings.");
        using var provider = BotHost.Command(Settings(("Retrieval:Embeddings", value)), inMemory: true);
        Assert.Equal(value == "true", provider.GetService<IUnitSimilarity>() is not null);
    }

    [Fact]
    public void WhatIsNotOursIsNotOurs()
    {
        using var provider = BotHost.Command(Settings(("Other:Thing", "1"), ("Chat", "x"), ("Data", "x")), inMemory: true);
        Assert.NotNull(provider);
    }

    private string Refused(params (string Key, string Value)[] settings)
    {
        var refused = Assert.Throws<StartProblemException>(() => BotHost.Command(Settings(settings), inMemory: true));
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        return refused.Message;
    }

    private Dictionary<string, string?> Settings(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Knowledge:Path"] = _folder.Path,
            ["Data:Path"] = _folder.Path,
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return all;
    }
}
