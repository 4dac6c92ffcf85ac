using BriefBot.Service.Chat;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Reports;

/// <summary>Whole replies to questions about small folders, by the patterns that they must and must not match.</summary>
public sealed class ReplyCheckTests
{
    [Fact]
    public async Task EachFaultThatIsKnownStaysMended()
    {
        var folder = Checkout.Path("tests/BriefBot.Tests/Answers/Reports");
        var checks = ReplyCheck.ReadAll(Path.Combine(folder, "checks.jsonl"));
        var failed = new List<string>();
        foreach (var same in checks.GroupBy(check => check.Kb))
        {
            await using var asked = await AskedFolder.ReadAsync(Path.Combine(folder, same.Key));
            foreach (var check in same)
            {
                var reply = WebWriter.ToResponse(await asked.SayAsync([.. check.Earlier ?? [], check.Question]));
                _ =
                    check.ProblemOf(reply) is { } problem
                    && Add(failed, $"{check.Kind}: {check.Kb} {check.Question}\n{problem}; {reply.Outcome}: {reply.Text}");
            }
        }

        Assert.True(checks.Count >= 60);
        Assert.True(failed.Count == 0, string.Join("\n\n", failed));
    }

    private static bool Add(List<string> failed, string text)
    {
        failed.Add(text);
        return true;
    }
}
