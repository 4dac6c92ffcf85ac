using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Xunit.v3;

[assembly: BriefBot.Tests.TimeLimit]

namespace BriefBot.Tests;

/// <summary>
/// Cancels a test that takes longer than five minutes, and ends the run where the test does not end then, so that no run hangs.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TimeLimitAttribute : BeforeAfterTestAttribute
{
    private const int Minutes = 5;

    private readonly ConcurrentDictionary<string, Timer> _timers = new();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Debugger.IsAttached || test.Explicit)
        {
            return;
        }

        var context = TestContext.Current;
        var isCanceled = false;
        _timers[test.UniqueID] = new Timer(
            _ =>
            {
                if (isCanceled)
                {
                    Environment.FailFast($"{test.TestDisplayName} did not end within a minute after it was canceled.");
                }

                isCanceled = true;
                context.TestOutputHelper?.WriteLine($"Canceled: it took longer than {Minutes} minutes.");
                context.CancelCurrentTest();
            },
            null,
            TimeSpan.FromMinutes(Minutes),
            TimeSpan.FromMinutes(1)
        );
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (_timers.TryRemove(test.UniqueID, out var timer))
        {
            timer.Dispose();
        }
    }
}
