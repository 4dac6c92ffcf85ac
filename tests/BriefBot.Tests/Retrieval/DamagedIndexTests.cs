using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace BriefBot.Tests.Retrieval;

/// <summary>Whatever happens to the files of an index: it is noticed before anything wrong is said of them.</summary>
public sealed class DamagedIndexTests : IDisposable
{
    private const int Seed = 3;

    private static readonly Article[] Articles =
    [
        .. Enumerable
            .Range(0, 20)
            .Select(i => Some.Article($"{i}.md", $"Rivers of the number {i}.", $"Lakes of the kind {i} and forests.")),
    ];

    private readonly TemporaryFolder _data = new();
    private readonly CollectingLogger<LucenePassageIndexTests> _log = new();
    private readonly Random _random = new(Seed);

    public void Dispose() => _data.Dispose();

    public static TheoryData<string> Kinds => ["overwritten", "cut", "emptied", "deleted", "longer", "everything deleted"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void DamageBeforeTheStartIsNoticedBeforeAnythingWrongIsFound(string kind)
    {
        for (var round = 0; round < 8; round++)
        {
            using (var index = Open())
            {
                Fill(index);
            }

            Damage(kind);
            using var damaged = Open();
            AssertRightOrNoticed(damaged);
            AssertMended(damaged);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void DamageWhileItAnswersIsNoticedBeforeAnythingWrongIsFound(string kind)
    {
        using var index = Open();
        for (var round = 0; round < 4; round++)
        {
            Fill(index);
            Damage(kind);
            AssertRightOrNoticed(index);
            AssertMended(index);
        }
    }

    [Fact]
    public void WhatIsDamagedIsKeptBesideForWhoeverWantsToSeeIt()
    {
        using var index = Open();
        Fill(index);
        Damage("emptied");
        index.StartAnew();
        Assert.True(Directory.Exists(_data["index-damaged"]));
        Assert.Contains(_log.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("was moved to", StringComparison.Ordinal));
    }

    [Fact]
    public void ADataFolderThatWasRemovedIsTakenAgain()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file that is open can't be removed there.");
        using var index = Open();
        Fill(index);
        Directory.Delete(_data.Path, recursive: true);
        Assert.True(index.Damage.IsCompleted);
        index.StartAnew();
        AssertMended(index);
        Assert.Throws<DataFolderInUseException>(Open);
        Assert.True(
            OperatingSystem.IsWindows()
                || File.GetUnixFileMode(_data.Path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)
        );
    }

    [Fact]
    public void ADataFolderThatAnotherProcessTookMeanwhileIsLeftToIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file that is open can't be removed there.");
        using var index = Open();
        Fill(index);
        Directory.Delete(_data.Path, recursive: true);
        _data.With("index/segments_1", "of the other process");
        using (DataFolderLock.Take(_data.Path))
        {
            Assert.True(index.Damage.IsCompleted);
            Assert.Throws<DataFolderInUseException>(index.StartAnew);
            Assert.Equal("of the other process", File.ReadAllText(_data["index/segments_1"]));
        }
    }

    [Fact]
    public void AClosedIndexIsNotTakenForADamagedOne()
    {
        var index = Open();
        Fill(index);
        index.Dispose();
        Assert.Throws<ObjectDisposedException>(() => index.Apply(Articles[..1], [], []));
        Assert.Throws<ObjectDisposedException>(index.StartAnew);
        Assert.False(index.Damage.IsCompleted);
        using var again = Open();
        AssertRight(again);
        Assert.False(Directory.Exists(_data["index-damaged"]));
    }

    private LucenePassageIndex Open() => IndexFolder.Open(_data.Path, "", _log);

    private static void Fill(LucenePassageIndex index)
    {
        foreach (var articles in Articles.Chunk(5))
        {
            index.Apply(articles, [], []);
        }
    }

    private void Damage(string kind)
    {
        var files = Directory
            .GetFiles(_data["index"])
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal) && new FileInfo(file).Length > 0)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var file = files[_random.Next(files.Length)];
        var length = new FileInfo(file).Length;
        switch (kind)
        {
            case "overwritten":
                using (var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
                {
                    stream.Position = _random.NextInt64(length);
                    var old = stream.ReadByte();
                    stream.Position--;
                    stream.WriteByte((byte)(old ^ _random.Next(1, 256)));
                }

                break;
            case "cut" or "longer" or "emptied":
                using (var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
                {
                    stream.SetLength(
                        kind switch
                        {
                            "cut" => _random.NextInt64(length),
                            "longer" => length + _random.Next(1, 5_000),
                            _ => 0,
                        }
                    );
                }

                break;
            case "deleted":
                File.Delete(file);
                break;
            default:
                Array.ForEach(files, File.Delete);
                break;
        }
    }

    private static void AssertRightOrNoticed(LucenePassageIndex index)
    {
        try
        {
            // An index that is begun anew is empty, and says so.
            var kept = index.ListArticles();
            if (kept.Count > 0)
            {
                AssertRight(index);
            }
        }
        catch (IndexUnavailableException)
        {
            Assert.True(index.Damage.IsCompleted);
        }
    }

    private static void AssertMended(LucenePassageIndex index)
    {
        try
        {
            index.Apply(Articles[..1], [], []);
        }
        catch (IOException)
        {
            Assert.True(index.Damage.IsCompleted);
        }

        index.StartAnew();
        Assert.False(index.Damage.IsCompleted);
        Assert.Empty(index.ListArticles());
        Fill(index);
        AssertRight(index);
    }

    private static void AssertRight(LucenePassageIndex index)
    {
        Assert.Equal(
            Articles.Select(article => article.Path).Order(StringComparer.Ordinal),
            index.ListArticles().Select(article => article.Path)
        );
        for (var i = 0; i < Articles.Length; i++)
        {
            var found = index.Search(new PassageQuery([Term("rivers"), Term($"{i}")], 1), TestContext.Current.CancellationToken);
            Assert.Equal($"Rivers of the number {i}.", Assert.Single(found.Passages).Passage.Blocks[0].Text);
        }
    }

    private static QueryTerm Term(string word) => new(LuceneAnalyzers.English.Analyze(word)[0].Term, word);
}
