using System.Diagnostics;
using BriefBot.Chat.Memory;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Chat;

/// <summary>The store on a file system that is full for a while; skipped where none can be mounted.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public FullDiskTests() =>
        Assert.SkipUnless(
            OperatingSystem.IsLinux()
                && Environment.IsPrivilegedProcess
                && Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", _folder.Path),
            "No file system can be mounted here."
        );

    public void Dispose()
    {
        Run("umount", _folder.Path);
        _folder.Dispose();
    }

    [Fact]
    public void WhatCannotBeWrittenIsKeptAndWrittenWhenThereIsRoomAgain()
    {
        using (var store = Open())
        {
            Assert.True(store.TryClaim(Key("before")));
            Fill();
            var i = 0;
            while (store.Problem is null && i < 10_000)
            {
                Assert.True(store.TryClaim(Key($"m{i++}")));
            }

            Assert.NotNull(store.Problem);
            Assert.True(store.TryClaim(Key("while full")));
            Assert.False(store.TryClaim(Key("while full")));
            store.Complete(Key("while full"), "r", Some.Reply(ScriptedAnswerer.Grounded("So it is.")));
            File.Delete(_folder["filler"]);
            _time.Advance(TimeSpan.FromSeconds(6));
            Assert.Null(store.Problem);
        }

        using var next = Open();
        Assert.NotNull(next.FindReply(Key("while full")));
        Assert.False(next.TryClaim(Key("while full")));
    }

    private DatabaseAnswerStore Open() =>
        new(new SqliteDatabase(_folder.Path), "1.2.3", new MemoryOptions(), _time, new CollectingLogger<DatabaseAnswerStore>());

    private static MessageKey Key(string id) => new("web", "", "", id);

    private void Fill()
    {
        using var filler = new FileStream(_folder["filler"], FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                filler.Write(new byte[512]);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}
