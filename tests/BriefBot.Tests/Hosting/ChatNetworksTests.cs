using BriefBot.Service.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tests.Hosting;

public sealed class ChatNetworksTests
{
    [Fact]
    public void WithoutATokenThereIsNone() => Assert.Empty(Add());

    [Fact]
    public void AChannelThatDiscordWouldNotShowStopsTheStartAndIsNamed()
    {
        var refused = Assert.Throws<StartProblemException>(() =>
            Add(("Discord:Token", "secret"), ("Chat:Channels:12:Listen", "Everything"), ("Chat:Channels:13:Listen", "Commands"))
        );
        Assert.StartsWith("Chat:Channels:12:Listen = Everything: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("13", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereItIsNotInTheBuildATokenStopsTheStartAndSaysWhatToDo()
    {
        Assert.SkipWhen(
            typeof(BotHost).Assembly.GetReferencedAssemblies().Any(assembly => assembly.Name == "BriefBot.DiscordNet"),
            "It is in this build."
        );
        var refused = Assert.Throws<StartProblemException>(() => Add(("Discord:Token", "secret")));
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains("-p:DiscordNet=true", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    private static ServiceCollection Add(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        ChatNetworks.Add(
            services,
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value))
                .Build()
        );
        return services;
    }
}
