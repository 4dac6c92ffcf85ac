using BriefBot.Answers;
using BriefBot.Service.Answers;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Answers;

public sealed class ModelStateTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2031, 5, 4, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void AModelIsUpUntilARequestFailsAndAgainAfterOneThatDoesNot()
    {
        var state = new ModelState(Budget(perDay: 0));
        Assert.Equal("up", state.Name);
        state.Set(ModelOutcome.TimedOut);
        Assert.Equal("down", state.Name);
        state.Set(ModelOutcome.OverBudget);
        Assert.Equal("down", state.Name);
        state.Set(ModelOutcome.Answered);
        Assert.Equal(("up", null), (state.Name, state.UsedShare));
    }

    [Fact]
    public void ItIsOutOfBudgetUntilTheDayIsOver()
    {
        var budget = Budget(perDay: 1_000);
        var state = new ModelState(budget);
        Assert.True(budget.TryTake("ann", 800));
        Assert.Equal(("up", 0.8), (state.Name, state.UsedShare));
        Assert.False(budget.TryTake("bob", 300));
        Assert.Equal("out_of_budget", state.Name);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(("up", 0), (state.Name, state.UsedShare));
    }

    [Fact]
    public void AnAuthorWhoUsedUpTheirOwnTokensIsNotTheWholeBudget()
    {
        var budget = Budget(perDay: 1_000, perAuthor: 100);
        Assert.False(budget.TryTake("ann", 200));
        Assert.Equal("up", new ModelState(budget).Name);
    }

    private TokenBudget Budget(int perDay, int perAuthor = 0) =>
        new(
            new ModelOptions { TokensPerDay = perDay, TokensPerAuthorAndDay = perAuthor },
            null,
            _time,
            new CollectingLogger<TokenBudget>()
        );
}
