using BriefBot.Knowledge;
using BriefBot.Service.Hosting;

namespace BriefBot.Tests.Hosting;

public sealed class ProgressBarTests
{
    [Fact]
    public void AtATerminalFilesThatNeedAttentionAreCountedAndAMissingFolderIsNamed()
    {
        var bad = new Problem("a.md", 1, "Bad.");
        var note = new Problem("b.md", null, "Left out.") { Severity = Severity.Note };
        Assert.Equal("", ProgressBar.Hint(new IndexReport { Problems = [note] }));
        Assert.Equal("1 file needs attention. See: briefbot check", ProgressBar.Hint(new IndexReport { Problems = [bad, bad, note] }));
        Assert.Equal(
            "2 files need attention. See: briefbot check",
            ProgressBar.Hint(new IndexReport { Problems = [bad, bad with { Path = "c.md" }] })
        );
        Assert.Contains(
            "/nowhere",
            ProgressBar.Hint(new IndexReport { Problems = [new Problem("/nowhere", null, "There is no such folder.")] }),
            StringComparison.Ordinal
        );
    }
}
