using BriefBot.Service.Hosting;

namespace BriefBot.Tests.Hosting;

public sealed class SettingArgumentsTests
{
    [Fact]
    public void ASettingIsTakenByItsKeyWhereverItStands()
    {
        var (rest, settings) = SettingArguments.Take([
            "--Chat:AuthorPerMinute",
            "5",
            "ask",
            "--allowedhosts=a;b",
            "Why?",
            "--json",
            "--Logging:LogLevel:Default=Debug",
        ]);
        Assert.Equal(["ask", "Why?", "--json"], rest);
        Assert.Equal(
            [("allowedhosts", "a;b"), ("Chat:AuthorPerMinute", "5"), ("Logging:LogLevel:Default", "Debug")],
            settings.Select(one => (one.Key, one.Value ?? "")).OrderBy(one => one.Key, StringComparer.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("What is --this: a question?")]
    [InlineData("--what: is this?")]
    public void WhatIsNoSettingStays(string argument) => Assert.Equal([argument], SettingArguments.Take([argument]).Others);

    [Fact]
    public void AfterALoneDashNothingIsASetting() =>
        Assert.Equal(["ask", "--", "--Chat:x"], SettingArguments.Take(["ask", "--", "--Chat:x"]).Others);

    [Theory]
    [InlineData("--Chat:AuthorPerMinute", "--Chat:AuthorPerMinute: a value is missing, such as --Chat:AuthorPerMinute VALUE.")]
    [InlineData(
        "--Cat:AuthorPerMinute=5",
        "--Cat:AuthorPerMinute: there is no section Cat. There are Answers, Chat, Data, Discord, Http, Knowledge, Logging, Memory, Page, Retrieval, Slack."
    )]
    public void WhatIsWrongIsNamed(string argument, string problem)
    {
        var e = Assert.Throws<StartProblemException>(() => SettingArguments.Take([argument]));
        Assert.Equal((ExitCode.Usage, problem), (e.ExitCode, e.Message));
    }
}
