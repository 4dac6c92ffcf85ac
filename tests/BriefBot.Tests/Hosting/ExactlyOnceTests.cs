using BriefBot.Tests.Chat;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>A message with an id gets one reply, whatever is killed and whoever else gets it.</summary>
public sealed class ExactlyOnceTests
{
    [Fact]
    public async Task AMessageHasOneReplyWhateverIsKilled()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(await new ExactlyOnceRun(folder.Path, seed: 11).KillAsync(questions: 100, kills: 4));
    }

    [Fact]
    public async Task AMessageHasOneReplyOfTwoServicesThatShareADatabase()
    {
        await using var schema = await PostgresSchema.CreateAsync();
        using var folder = new TemporaryFolder();
        Assert.Empty(await new ExactlyOnceRun(folder.Path, seed: 12).ShareAsync(questions: 50, schema.Connection));
        Assert.Equal(50, schema.Count("SELECT COUNT(*) FROM answers"));
    }
}
