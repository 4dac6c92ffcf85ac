using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Retrieval.Embeddings;

public sealed class VectorStoreTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void WhatWasKeptIsThereAfterTheNextStart()
    {
        using (var store = Open())
        {
            store.Add([("a", Bytes(1, 2)), ("b", Bytes(3))]);
        }

        using var again = Open();
        Assert.Equal(["3", "", "1,2"], Read(again, "b", "c", "a"));
    }

    [Fact]
    public void WhatIsKeptAgainTakesThePlaceOfWhatWasThere()
    {
        using var store = Open();
        store.Add([("a", Bytes(1))]);
        store.Add([("a", Bytes(2))]);
        Assert.Equal(["2"], Read(store, "a"));
    }

    [Fact]
    public void WhatIsNoLongerWantedIsForgotten()
    {
        using var store = Open();
        store.Add([("a", Bytes(1)), ("b", Bytes(2)), ("c", Bytes(3))]);
        store.KeepOnly(new HashSet<string> { "b", "d" });
        Assert.Equal(["", "2", ""], Read(store, "a", "b", "c"));
    }

    [Fact]
    public void VectorsOfAnotherModelAreNotTakenForThisOnes()
    {
        using (var store = Open())
        {
            store.Add([("a", Bytes(1))]);
        }

        using var other = VectorStore.Open(_data.Path, "2");
        Assert.Equal([""], Read(other, "a"));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("overwritten")]
    [InlineData("emptied")]
    [InlineData("deleted")]
    public void WhereItIsDamagedItBeginsAnewAndSaysNothingWrong(string kind)
    {
        using (var store = Open())
        {
            store.Add([("a", Bytes([.. Enumerable.Repeat((byte)7, 4000)]))]);
        }

        foreach (
            var file in Directory
                .EnumerateFiles(VectorStore.PathIn(_data.Path))
                .Where(file => !file.EndsWith("write.lock", StringComparison.Ordinal))
        )
        {
            Damage(file, kind);
        }

        using var damaged = Open();
        Assert.Equal([""], Read(damaged, "a"));
        damaged.Add([("a", Bytes(8))]);
        Assert.Equal(["8"], Read(damaged, "a"));
    }

    [Fact]
    public void WhatIsDamagedWhileItRunsIsReadAsItWasOrNotAtAllAndMadeAnewWithTheNext()
    {
        using var store = Open();
        string[] keys = [.. Enumerable.Range(0, 100).Select(i => $"{i}")];
        store.Add([.. keys.Select(key => (key, Bytes([.. Enumerable.Repeat((byte)7, 4000)])))]);
        foreach (var file in Directory.EnumerateFiles(VectorStore.PathIn(_data.Path), "*.fdt"))
        {
            Damage(file, "overwritten");
        }

        var read = keys.Select(key => Read(store, key)[0]).ToArray();
        Assert.Contains("", read);
        Assert.DoesNotContain(read, found => found is not ("" or "7,7,7,7,7"));
        store.Add([("a", Bytes(8))]);
        store.Add([("b", Bytes(9))]);
        Assert.Equal(["8", "9"], Read(store, "a", "b"));
    }

    private VectorStore Open() => VectorStore.Open(_data.Path, "1");

    private static ReadOnlyMemory<byte> Bytes(params byte[] bytes) => bytes;

    private static string[] Read(VectorStore store, params string[] keys) =>
        [.. store.Read(keys).Select(bytes => string.Join(',', bytes is { } found ? found.ToArray().Take(5) : []))];

    private static void Damage(string file, string kind)
    {
        var bytes = File.ReadAllBytes(file);
        switch (kind)
        {
            case "cut":
                File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
                break;
            case "overwritten":
                File.WriteAllBytes(file, [.. bytes.Select((one, i) => i % 3 == 2 ? (byte)~one : one)]);
                break;
            case "emptied":
                File.WriteAllBytes(file, []);
                break;
            default:
                File.Delete(file);
                break;
        }
    }
}
