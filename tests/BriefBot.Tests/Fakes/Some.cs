using BriefBot.Knowledge;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Fakes;

/// <summary>A value where any will do.</summary>
internal static class Some
{
    /// <summary>SHA-256 of nothing.</summary>
    public const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public static TextBlock Block(string text = "The bridge opened in 1932.", BlockKind kind = BlockKind.Prose, int line = 1) =>
        new() { Text = text, Kind = kind, Lines = [new LineStart(0, line)] };

    public static Passage Passage(string path = "bridge.md", int ordinal = 0, params TextBlock[] blocks) => new()
    {
        Path = path,
        Ordinal = ordinal,
        Title = "The bridge",
        Headings = [],
        Hash = Hash,
        Blocks = blocks.Length > 0 ? blocks : [Block()],
    };

    public static ArticleHead Head(string path = "bridge.md") => new() { Path = path, Title = "The bridge", Hash = Hash };

    public static Article Article(string path = "bridge.md", string hash = Hash) => new()
    {
        Path = path,
        Title = "The bridge",
        Hash = hash,
        Passages = [Passage(path)],
    };

    public static PassageCutter Cutter(int min = 60, int max = 180) =>
        new(Options.Create(new KnowledgeOptions { MinPassageWords = min, MaxPassageWords = max }));
}
