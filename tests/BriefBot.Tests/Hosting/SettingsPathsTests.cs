using BriefBot.Service.Hosting;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

public sealed class SettingsPathsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SettingsPathsTests() => Directory.CreateDirectory(_folder["checkout/src/project"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFolderIsLookedForUpwardToTheCheckoutsRoot()
    {
        Directory.CreateDirectory(_folder["checkout/.git"]);
        Directory.CreateDirectory(_folder["checkout/knowledge"]);
        Assert.Equal(_folder["checkout/knowledge"], Resolve("knowledge", "checkout/src/project"));
    }

    [Fact]
    public void NothingAboveTheRootIsTaken()
    {
        Directory.CreateDirectory(_folder["checkout/.git"]);
        Directory.CreateDirectory(_folder["knowledge"]);
        Assert.Equal(_folder["checkout/knowledge"], Resolve("knowledge", "checkout/src/project"));
    }

    [Fact]
    public void TheNearestIsTaken()
    {
        _folder.With("checkout/BriefBot.sln", "");
        Directory.CreateDirectory(_folder["checkout/knowledge"]);
        Directory.CreateDirectory(_folder["checkout/src/knowledge"]);
        Assert.Equal(_folder["checkout/src/knowledge"], Resolve("knowledge", "checkout/src/project"));
    }

    [Fact]
    public void OutsideOfACheckoutTheFolderBesideTheExecutableIsTaken()
    {
        Directory.CreateDirectory(_folder["app/knowledge"]);
        Assert.Equal(_folder["app/knowledge"], Resolve("knowledge", "checkout"));
    }

    [Fact]
    public void WhatIsNowhereIsBelowTheWorkingDirectory() => Assert.Equal(_folder["checkout/data"], Resolve("data", "checkout"));

    [Fact]
    public void AnAbsolutePathIsTakenAsItIs() =>
        Assert.Equal("/somewhere", SettingsPaths.Resolve("/somewhere", _folder.Path, _folder.Path));

    private string Resolve(string path, string workingDirectory) => SettingsPaths.Resolve(path, _folder[workingDirectory], _folder["app"]);
}
