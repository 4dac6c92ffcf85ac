using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Language;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

public sealed class EvaluationReportTests
{
    [Fact]
    public async Task RightWrongAndRefusedAreCountedByKind()
    {
        var answerer = new ScriptedAnswerer
        {
            Says = (question, _) =>
                Task.FromResult<Answer>(
                    question.StartsWith("far", StringComparison.Ordinal)
                        ? new Answer.NotFound { Reason = "No." }
                        : ScriptedAnswerer.Grounded("It is blue.")
                ),
        };
        var report = await EvaluationRun.RunAsync(
            answerer,
            null,
            [
                Question("colour?", "blue") with
                {
                    Kind = "what",
                    Path = "a.md",
                },
                Question("colour of b?", "blue") with
                {
                    Kind = "what",
                    Path = "b.md",
                },
                Question("size?", "big") with
                {
                    Kind = "what",
                },
                new EvaluationQuestion
                {
                    Question = "far?",
                    Answerable = false,
                    Kind = "far",
                },
                new EvaluationQuestion
                {
                    Question = "near?",
                    Answerable = false,
                    Kind = "near",
                },
            ],
            _ => { },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(new KindReport("what", 3, 3, 2, 0, 0, 2, 1, 0, 0, 0, 0), report.Kinds[0]);
        Assert.Equal((2, 1), (report.All.Unanswerable, report.All.Refused));
        Assert.Equal(["size?", "near?"], report.Failures.Select(failure => failure.Question));
        Assert.Equal((1.0, 3.0), (report.SentencesPerReply, report.WordsPerReply));
        var bin = Assert.Single(report.Calibration);
        Assert.Equal((4, 0.5), (bin.Answers, bin.Right));
    }

    [Fact]
    public async Task EveryPartOfAnAnswerMustStandInTheReplyAndWhatWasAskedBeforeIsTold()
    {
        var answerer = new ScriptedAnswerer { Says = (_, _) => Task.FromResult<Answer>(ScriptedAnswerer.Grounded("It is blue and big.")) };
        var report = await EvaluationRun.RunAsync(
            answerer,
            null,
            [
                new EvaluationQuestion
                {
                    Question = "both?",
                    All = ["blue", "big"],
                    Earlier = ["what is it?"],
                },
                new EvaluationQuestion { Question = "all?", All = ["blue", "round"] },
            ],
            _ => { },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(["all?"], report.Failures.Select(failure => failure.Question));
        Assert.Equal(["what is it?"], answerer.Asked[1].Earlier);
    }

    /// <summary>A person sees which it is; to what can't be answered neither is a refusal.</summary>
    [Fact]
    public async Task WhatIsSureAndWhatPerhapsAnswersAreCountedApart()
    {
        var sure = ScriptedAnswerer.Grounded("It is blue.");
        var answerer = new ScriptedAnswerer
        {
            Says = (question, _) =>
                Task.FromResult<Answer>(
                    question.StartsWith("perhaps", StringComparison.Ordinal)
                        ? sure with
                        {
                            Sentences = [.. sure.Sentences.Select(sentence => sentence with { IsSure = false })],
                        }
                        : sure
                ),
        };
        var report = await EvaluationRun.RunAsync(
            answerer,
            null,
            [
                Question("colour?", "blue"),
                Question("perhaps colour?", "blue"),
                Question("perhaps size?", "big"),
                new EvaluationQuestion { Question = "perhaps far?", Answerable = false },
                new EvaluationQuestion { Question = "far?", Answerable = false },
            ],
            _ => { },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(new KindReport("all", 3, 1, 1, 2, 1, 2, 2, 2, 1, 1, 0), report.All);
        Assert.Equal((2, 0.0), (report.All.Right, report.RefusedShare));
        Assert.Equal(["perhaps size?", "perhaps far?", "far?"], report.Failures.Select(failure => failure.Question));
    }

    private static EvaluationQuestion Question(string text, string answer) => new() { Question = text, Answers = [answer] };
}
