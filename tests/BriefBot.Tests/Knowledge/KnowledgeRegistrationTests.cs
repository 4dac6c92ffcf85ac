using BriefBot.Knowledge;
using BriefBot.Service.Knowledge;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tests.Knowledge;

public sealed class KnowledgeRegistrationTests
{
    [Fact]
    public void TheRoomStandsWithAStoreAndOptions()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddOptions()
            .AddSingleton<IPassageStore, InMemoryPassageStore>()
            .AddSingleton<ISynonymStore, CollectingSynonyms>()
            .AddKnowledge();
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Assert.Same(provider.GetRequiredService<KnowledgeIndexer>(), provider.GetRequiredService<KnowledgeIndexer>());
        Assert.Equal(
            [
                ".adoc",
                ".asciidoc",
                ".csv",
                ".docx",
                ".htm",
                ".html",
                ".markdown",
                ".md",
                ".mdx",
                ".pdf",
                ".qmd",
                ".rmd",
                ".rst",
                ".tsv",
                ".txt",
            ],
            provider.GetServices<IArticleReader>().SelectMany(reader => reader.Extensions).Order()
        );
    }

    [Fact]
    public void AskingTwiceRegistersOnce() =>
        Assert.Equal(new ServiceCollection().AddKnowledge().Count, new ServiceCollection().AddKnowledge().AddKnowledge().Count);
}
