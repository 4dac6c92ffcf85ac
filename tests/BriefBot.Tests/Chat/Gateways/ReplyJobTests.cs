using BriefBot.Chat.Gateways;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Gateways;

public sealed class ReplyJobTests
{
    private const int Seed = 41;

    /// <summary>The shortest way to each state.</summary>
    private static readonly Dictionary<ReplyState, ReplyEvent[]> Ways = new()
    {
        [ReplyState.Idle] = [],
        [ReplyState.Answering] = [ReplyEvent.Begin],
        [ReplyState.Outdated] = [ReplyEvent.Begin, ReplyEvent.Edit],
        [ReplyState.Noting] = [ReplyEvent.Note],
        [ReplyState.Noted] = [ReplyEvent.Note, ReplyEvent.End],
        [ReplyState.Withdrawn] = [ReplyEvent.Delete],
        [ReplyState.Withdrawing] = [ReplyEvent.Begin, ReplyEvent.Delete],
        [ReplyState.Deleting] = [ReplyEvent.Delete, ReplyEvent.Begin],
        [ReplyState.Deleted] = [ReplyEvent.Delete, ReplyEvent.Begin, ReplyEvent.Read, ReplyEvent.End],
    };

    private int _edits;

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var state in Enum.GetValues<ReplyState>())
            {
                foreach (var happened in Enum.GetValues<ReplyEvent>())
                {
                    all.Add($"{state}", $"{happened}");
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EachEventLeadsWhereTheTableSaysOrIsRefused(string from, string happened)
    {
        var (state, what) = (Enum.Parse<ReplyState>(from), Enum.Parse<ReplyEvent>(happened));
        var job = Create();
        foreach (var step in Ways[state])
        {
            Do(job, step);
        }

        Assert.Equal(state, job.State);
        Do(job, what);
        Assert.Equal(ReplyTransitions.After(state, what) ?? state, job.State);
    }

    [Fact]
    public void TheWorkerIsToldOfAnEditAndReadsTheMessageAsItIsNow()
    {
        var job = Create();
        Assert.True(job.TryBegin());
        var (_, revision, changed) = job.Read();
        Assert.True(job.TryEdit(job.Message with { Text = "other" }));
        Assert.True(changed.IsCancellationRequested);
        Assert.False(job.IsCurrent(revision));
        Assert.False(job.TryEnd());
        Assert.Equal("other", job.Read().Message!.Text);
        Assert.True(job.TryEnd());
    }

    [Fact]
    public void AnEditThatOnlyLooksDifferentChangesNothing()
    {
        var job = Create();
        Assert.False(job.TryEdit(job.Message));
        Assert.True(job.IsCurrent(0));
    }

    /// <summary>
    /// Two workers and a person at random. One worker at a time; what the last worker read is what the message says; after a deletion
    /// nothing is answered, and the reply is deleted once.
    /// </summary>
    [Fact]
    public void NoEditIsLostNothingIsAnsweredTwiceAndADeletionIsTheEnd()
    {
        var random = new Random(Seed);
        for (var run = 0; run < 500; run++)
        {
            var job = Create();
            var (working, said, deletions, isDeleted) = (false, "", 0, false);
            string? read = null;
            for (var step = 0; step < 20; step++)
            {
                switch (random.Next(6))
                {
                    case 0 or 1 when job.TryBegin():
                        Assert.False(working);
                        working = true;
                        break;
                    case 2 when working:
                        read = job.Read().Message?.Text;
                        Assert.Equal(isDeleted, read is null);
                        break;
                    case 3 when working && read == (isDeleted ? null : job.Message.Text) && job.TryEnd():
                        (working, said) = (false, read ?? "");
                        deletions += isDeleted ? 1 : 0;
                        break;
                    case 4:
                        Assert.Equal(!isDeleted, job.TryEdit(job.Message with { Text = $"{run} {step}" }));
                        break;
                    case 5 when random.Next(4) == 0:
                        Assert.Equal(!isDeleted, job.TryDelete());
                        isDeleted = true;
                        break;
                }
            }

            // What is left to do is done.
            if (working || job.TryBegin())
            {
                do
                {
                    read = job.Read().Message?.Text;
                } while (!job.TryEnd());

                said = read ?? "";
                deletions += isDeleted ? 1 : 0;
            }

            Assert.Equal(isDeleted ? "" : job.Message.Text, said);
            Assert.Equal(isDeleted ? 1 : 0, deletions);
            Assert.Equal(isDeleted ? ReplyState.Deleted : ReplyState.Idle, job.State);
        }
    }

    private static ReplyJob Create() => new(Some.Message("first"), DateTimeOffset.UnixEpoch);

    private void Do(ReplyJob job, ReplyEvent happened)
    {
        _ = happened switch
        {
            ReplyEvent.Begin => job.TryBegin(),
            ReplyEvent.Note => job.TryNote(),
            ReplyEvent.Read => job.Read().Revision >= 0,
            ReplyEvent.Edit => job.TryEdit(job.Message with { Text = $"edit {++_edits}" }),
            ReplyEvent.Delete => job.TryDelete(),
            ReplyEvent.End => job.TryEnd(),
            _ => Abort(job),
        };
    }

    private static bool Abort(ReplyJob job)
    {
        job.Abort();
        return true;
    }
}
