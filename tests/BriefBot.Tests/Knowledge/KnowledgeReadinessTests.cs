using BriefBot.Knowledge;

namespace BriefBot.Tests.Knowledge;

public sealed class KnowledgeReadinessTests
{
    [Fact]
    public void NothingIsReadyBeforeTheFolderIsRead()
    {
        var readiness = new KnowledgeReadiness();
        Assert.False(readiness.IsReady);
        Assert.Contains("still reading", readiness.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsReadyHasNoProblem()
    {
        var readiness = new KnowledgeReadiness();
        readiness.NotReady("There is no folder.");
        readiness.Ready();
        Assert.True(readiness.IsReady);
        Assert.Null(readiness.Problem);
    }
}
