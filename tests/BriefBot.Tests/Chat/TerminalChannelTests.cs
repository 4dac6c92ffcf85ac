using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Service.Chat;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace BriefBot.Tests.Chat;

public sealed class TerminalChannelTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly ScriptedAnswerer _answerer = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task QuestionsAreAnsweredUntilSomebodySaysExit()
    {
        await ChatAsync("What is so?\n\nexit\nnever asked?\n");
        Assert.Equal("What is so?", Assert.Single(_answerer.Asked).Question);
        Assert.Contains("It is so. [1]", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("a.md, lines 3–4, 2025-09-04", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATableHasColumnsAndAListSaysHowItGoesOn()
    {
        _answerer.Says = (_, _) => Task.FromResult<Answer>(ScriptedAnswerer.TableAndList());
        await ChatAsync("Which ships?\n");
        Assert.Contains(
            "Ship   Drive    Takes [1]\nHeron  battery  120 [2]\nArrow           181 [3]\n4. Board it [4]\n… and 3 more.",
            _output.ToString().ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TheEndOfTheInputEndsIt()
    {
        await ChatAsync("One?");
        Assert.Single(_answerer.Asked);
    }

    [Fact]
    public async Task QuestionsOfOneSessionAreOneConversation()
    {
        await ChatAsync("One?\nTwo?\n");
        Assert.Equal(["One?"], _answerer.Asked[1].Earlier);
    }

    [Fact]
    public async Task TextOfArticlesIsNeitherMarkupNorControlSequence()
    {
        _answerer.Says = (_, _) =>
            Task.FromResult<Answer>(ScriptedAnswerer.Grounded("A [bold]b[/] and \u001b[31mred\u001b[0m \u0007bell.", new Highlight(2, 9)));
        await ChatAsync("What?\n");
        Assert.Contains("A [bold]b[/] and  [31mred [0m  bell.", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[31m", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusalShowsWhatComesClosest()
    {
        _answerer.Says = (_, _) =>
            Task.FromResult<Answer>(
                new Answer.NotFound
                {
                    Reason = "The articles don’t answer this.",
                    Closest = [new NearMiss("a.md", "A title", "", "The quote.")],
                }
            );
        await ChatAsync("What?\n");
        Assert.Contains("The articles don’t answer this.", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("A title: The quote.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasNotFoundOfSeveralIsSaid()
    {
        _answerer.Says = (_, _) => Task.FromResult<Answer>(ScriptedAnswerer.Grounded("So.") with { Unanswered = ["who [bold]is[/] it?"] });
        await ChatAsync("What?\n");
        Assert.Contains("I found nothing about “who [bold]is[/] it?”.", _output.ToString(), StringComparison.Ordinal);
    }

    private async Task ChatAsync(string input)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_output) });
        console.Profile.Width = 500;
        using var deadline = new AnswerDeadline(Options.Create(new ChatOptions()), TimeProvider.System);
        using var responder = new ChatResponder(
            _answerer,
            Some.FolderAnswers(),
            new Conversations(Options.Create(new ChatOptions())),
            Options.Create(new ChatOptions()),
            () => "id",
            deadline,
            TimeProvider.System,
            new CollectingLogger<ChatResponder>()
        );
        await new TerminalChannel(console, responder).ChatAsync(new StringReader(input), TestContext.Current.CancellationToken);
    }
}
